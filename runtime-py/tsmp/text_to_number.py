# Number(s) of a text; whatever is not just digits is left to a longer helper.
from tsmp.scan_number import scan_number


def text_to_number(s):
    return int(s) if len(s) < 16 and s.isdigit() else scan_number(s)
