# A decimal number at the beginning of a text: its value (NaN if there is none) and the length of the number.
from tsmp.decimal_value import decimal_value


def scan_decimal(s):
    end = len(s)
    i = 1 if s[:1] in ("+", "-") else 0
    if s[i : i + 8] == "Infinity":
        return float("-inf" if s[0] == "-" else "inf"), i + 8
    first = i
    while i < end and "0" <= s[i] <= "9":
        i += 1
    digits = s[first:i]
    exponent = 0
    if s[i : i + 1] == ".":
        first = i + 1
        i = first
        while i < end and "0" <= s[i] <= "9":
            i += 1
        exponent = first - i
        digits += s[first:i]
        if not digits:
            i = first - 1
    if not digits:
        return float("nan"), 0
    if s[i : i + 1] in ("e", "E"):
        first = i + 2 if s[i + 1 : i + 2] in ("+", "-") else i + 1
        last = first
        while last < end and "0" <= s[last] <= "9":
            last += 1
        if last > first:
            exponent += int(s[i + 1 : last])
            i = last
    value = decimal_value(int(digits), exponent)
    if s[0] == "-":
        value = -value or -0.0
    return value, i
