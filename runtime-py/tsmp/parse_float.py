# parseFloat(s): the longest prefix that is a decimal number.
from tsmp.scan_decimal import scan_decimal
from tsmp.string_trim_start import string_trim_start


def parse_float(s):
    return scan_decimal(string_trim_start(s))[0]
