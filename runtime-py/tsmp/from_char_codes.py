# String.fromCharCode(...): two halves of a pair become one character.
def from_char_codes(*codes):
    out = ""
    high = None
    for code in codes:
        code = int(code) & 0xFFFF
        if high is not None and 0xDC00 <= code <= 0xDFFF:
            out = out[:-1] + chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00)
            high = None
            continue
        high = code if 0xD800 <= code <= 0xDBFF else None
        out += chr(code)
    return out
