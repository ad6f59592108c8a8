# text.toUpperCase(): MicroPython's upper() changes ASCII only.
def to_upper(text):
    text = text.upper()
    return text if len(text) == len(text.encode()) else "".join([_upper(c) for c in text])


def _upper(c):
    code = ord(c)
    if code < 0xDF:
        return "\u039c" if code == 0xB5 else c
    if code == 0xDF:
        return "SS"
    if code <= 0xFE:
        return c if code == 0xF7 else chr(code - 32)
    if code == 0xFF:
        return "\u0178"
    if 0x100 <= code <= 0x17E:
        if code == 0x131:
            return "I"
        if code == 0x149:
            return "\u02bcN"
        even = 0x139 <= code <= 0x148 or 0x179 <= code <= 0x17E
        return chr(code - 1) if code & 1 != even and code != 0x138 else c
    if code == 0x17F:
        return "S"
    if 0x3B1 <= code <= 0x3C9:
        return "\u03a3" if code == 0x3C2 else chr(code - 32)
    if 0x430 <= code <= 0x44F:
        return chr(code - 32)
    if 0x450 <= code <= 0x45F:
        return chr(code - 80)
    return _greek.get(code, c)


_greek = {0x3AC: "\u0386", 0x3AD: "\u0388", 0x3AE: "\u0389", 0x3AF: "\u038a", 0x3CC: "\u038c", 0x3CD: "\u038e", 0x3CE: "\u038f"}
