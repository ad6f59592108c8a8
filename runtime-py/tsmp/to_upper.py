# text.toUpperCase(). str.upper changes ASCII only; the tables are loaded when other characters turn up.
def to_upper(text):
    upper = text.upper()
    if len(upper) == len(upper.encode()):
        return upper
    return "".join([c if c < "\x80" else _upper(c) for c in upper])


def _upper(c):
    from tsmp.case_of import case_of
    from tsmp.upper_table import LONG, PLANE_0, PLANE_1

    i = LONG.find(" " + c) + 2
    if i > 1:
        return LONG[i:].split(" ", 1)[0]
    code = ord(c)
    return chr(case_of(PLANE_1 if code > 0xFFFF else PLANE_0, code))
