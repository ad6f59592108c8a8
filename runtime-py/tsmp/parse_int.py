# parseInt(s, radix); whatever is not just digits is left to a longer helper.
from tsmp.scan_integer import scan_integer


def parse_int(s, radix=0):
    if (not radix or radix == 10) and len(s) < 16 and s.isdigit():
        return int(s)
    return scan_integer(s, radix)
