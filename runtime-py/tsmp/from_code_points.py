# String.fromCodePoint(...)
from tsmp.RangeError import RangeError
from tsmp.number_text import number_text


def from_code_points(*codes):
    text = ""
    for code in codes:
        if not 0 <= code <= 0x10FFFF or code != int(code):
            raise RangeError("Invalid code point " + number_text(code))
        if 0xD800 <= code <= 0xDFFF:
            raise RangeError("text cannot hold half of a surrogate pair")
        text += chr(int(code))
    return text
