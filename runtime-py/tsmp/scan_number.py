# Number(s) of a text that is not just digits: all of it must be a number.
from tsmp.decimal_value import decimal_value
from tsmp.scan_decimal import scan_decimal
from tsmp.trim import trim

_RADIX = {"0x": (16, "0123456789abcdef"), "0o": (8, "01234567"), "0b": (2, "01")}


def scan_number(s):
    s = trim(s)
    if not s:
        return 0
    radix = _RADIX.get(s[:2].lower())
    if radix:
        digits = s[2:].lower()
        if not digits or any(c not in radix[1] for c in digits):
            return float("nan")
        return decimal_value(int(digits, radix[0]))
    value, end = scan_decimal(s)
    return value if end == len(s) else float("nan")
