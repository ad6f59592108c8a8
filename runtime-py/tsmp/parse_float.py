# parseFloat(s): the longest prefix that is a decimal number. What scans it is loaded when it is needed.
def parse_float(s):
    if len(s) < 16 and s.isdigit():
        return int(s)
    from tsmp.scan_decimal import scan_decimal
    from tsmp.trim_start import trim_start

    return scan_decimal(trim_start(s))[0]
