# Number(s) of a text; whatever is not just digits is left to a longer helper, loaded when it is needed.
def text_to_number(s):
    if len(s) < 16 and s.isdigit():
        return int(s)
    from tsmp.scan_number import scan_number

    return scan_number(s)
