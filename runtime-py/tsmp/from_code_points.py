# String.fromCodePoint(...)
from tsmp.RangeError import RangeError
from tsmp.number_text import number_text


def from_code_points(*codes):
    out = ""
    for code in codes:
        if code != int(code) or not 0 <= code <= 0x10FFFF:
            raise RangeError("Invalid code point " + number_text(code))
        out += chr(int(code))
    return out
