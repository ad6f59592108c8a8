# parseFloat(s): the longest prefix that is a decimal number.
from tsmp.scan_decimal import scan_decimal
from tsmp.trim_start import trim_start


def parse_float(s):
    return int(s) if len(s) < 16 and s.isdigit() else scan_decimal(trim_start(s))[0]
