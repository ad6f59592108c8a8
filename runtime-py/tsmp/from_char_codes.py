# String.fromCharCode(...): the two halves of a surrogate pair become one character. A half alone cannot be text
# here, and a code beyond 16 bits, as charCodeAt gives for such a character, stays what it is.
from tsmp.RangeError import RangeError
from tsmp.to_uint32 import to_uint32


def from_char_codes(*codes):
    text = ""
    high = 0
    for code in codes:
        code = to_uint32(code)
        if code > 0x10FFFF:
            code &= 0xFFFF
        if high:
            if not 0xDC00 <= code <= 0xDFFF:
                break
            code += ((high - 0xD800) << 10) + 0x10000 - 0xDC00
            high = 0
        elif 0xD800 <= code <= 0xDBFF:
            high = code
            continue
        elif 0xDC00 <= code <= 0xDFFF:
            high = code
            break
        text += chr(code)
    if high:
        raise RangeError("text cannot hold half of a surrogate pair")
    return text
