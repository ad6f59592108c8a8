# parseInt of what is not just digits: the longest prefix that is an integer.
from tsmp.decimal_value import decimal_value
from tsmp.trim_start import trim_start
from tsmp.to_int32 import to_int32


def scan_integer(s, radix):
    radix = to_int32(radix or 0)
    s = trim_start(s)
    i = 1 if s[:1] in ("+", "-") else 0
    if radix in (0, 16) and s[i : i + 2] in ("0x", "0X"):
        i += 2
        radix = 16
    elif radix == 0:
        radix = 10
    elif not 2 <= radix <= 36:
        return float("nan")
    first = i
    end = len(s)
    while i < end and _digit(s[i]) < radix:
        i += 1
    if i == first:
        return float("nan")
    value = decimal_value(int(s[first:i], radix))
    if s[0] == "-":
        value = -value or -0.0
    return value


def _digit(c):
    if "0" <= c <= "9":
        return ord(c) - 48
    if "a" <= c <= "z":
        return ord(c) - 87
    if "A" <= c <= "Z":
        return ord(c) - 55
    return 36
