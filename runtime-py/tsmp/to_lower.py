# text.toLowerCase(): MicroPython's lower() changes ASCII only.
def to_lower(text):
    text = text.lower()
    return text if len(text) == len(text.encode()) else "".join([_lower(c) for c in text])


def _lower(c):
    code = ord(c)
    if code < 0xC0:
        return c
    if code <= 0xDE:
        return c if code == 0xD7 else chr(code + 32)
    if 0x100 <= code <= 0x17E:
        if code == 0x130:
            return "i\u0307"
        if code == 0x178:
            return "\xff"
        odd = 0x139 <= code <= 0x148 or 0x179 <= code <= 0x17E
        return chr(code + 1) if code & 1 == odd and code not in (0x138, 0x149, 0x17F) else c
    if 0x391 <= code <= 0x3A9:
        return c if code == 0x3A2 else chr(code + 32)
    if 0x410 <= code <= 0x42F:
        return chr(code + 32)
    if 0x400 <= code <= 0x40F:
        return chr(code + 80)
    return _greek.get(code, c)


_greek = {0x386: "\u03ac", 0x388: "\u03ad", 0x389: "\u03ae", 0x38A: "\u03af", 0x38C: "\u03cc", 0x38E: "\u03cd", 0x38F: "\u03ce"}
