# parseInt(text, radix)
_blanks = "\t\n\v\f\r \xa0\ufeff\u2028\u2029"


def parse_int(text, radix=0):
    text = text.lstrip(_blanks)
    sign = 1
    if text and text[0] in "+-":
        sign = -1 if text[0] == "-" else 1
        text = text[1:]
    radix = int(radix or 0)
    if radix in (0, 16) and text[:2] in ("0x", "0X"):
        text = text[2:]
        radix = 16
    radix = radix or 10
    if not 2 <= radix <= 36:
        return float("nan")
    value = 0
    count = 0
    for c in text:
        code = ord(c.lower())
        digit = code - 48 if 48 <= code <= 57 else code - 87 if 97 <= code <= 122 else 99
        if digit >= radix:
            break
        value = value * radix + digit
        count += 1
    if not count:
        return float("nan")
    return -0.0 if sign < 0 and not value else sign * value
