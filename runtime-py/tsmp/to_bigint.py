# BigInt(value)
from tsmp.RangeError import RangeError
from tsmp.number_text import number_text
from tsmp.trim import trim

_RADIX = {"0x": (16, "0123456789abcdef"), "0o": (8, "01234567"), "0b": (2, "01")}


def to_bigint(value):
    kind = type(value)
    if kind is int:
        return value
    if kind is bool:
        return 1 if value else 0
    if kind is float:
        if value - value != 0 or value != int(value):
            text = number_text(value)
            raise RangeError("The number " + text + " cannot be converted to a BigInt because it is not an integer")
        return int(value)
    if kind is not str:
        raise TypeError("Cannot convert value to a BigInt")
    text = trim(value)
    radix, allowed = _RADIX.get(text[:2].lower(), (10, "0123456789"))
    digits = text[2:].lower() if radix != 10 else text[1:] if text[:1] in ("+", "-") else text
    if not all([c in allowed for c in digits]) or text and not digits:
        raise SyntaxError("Cannot convert " + value + " to a BigInt")
    number = int(digits or "0", radix)
    return -number if text[:1] == "-" else number
