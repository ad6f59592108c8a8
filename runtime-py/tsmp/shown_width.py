# How many columns of a terminal a str takes.
def shown_width(text):
    if len(text) == len(text.encode()):
        return len(text)
    width = 0
    for c in text:
        code = ord(c)
        if code < 0x300:
            width += 0 if code < 32 or 127 <= code < 160 else 1
        elif code <= 0x36F or 0x200B <= code <= 0x200F or 0x20D0 <= code <= 0x20FF:
            pass
        elif 0xFE00 <= code <= 0xFE0F or 0xFE20 <= code <= 0xFE2F or 0xE0100 <= code <= 0xE01EF:
            pass
        else:
            width += 2 if _is_wide(code) else 1
    return width


def _is_wide(code):
    # The ranges of Node's own table (lib/internal/util/inspect.js, isFullWidthCodePoint), and emoji.
    return code >= 0x1100 and (
        code <= 0x115F
        or code in (0x2329, 0x232A)
        or 0x2E80 <= code <= 0x3247
        and code != 0x303F
        or 0x3250 <= code <= 0x4DBF
        or 0x4E00 <= code <= 0xA4C6
        or 0xA960 <= code <= 0xA97C
        or 0xAC00 <= code <= 0xD7A3
        or 0xF900 <= code <= 0xFAFF
        or 0xFE10 <= code <= 0xFE19
        or 0xFE30 <= code <= 0xFE6B
        or 0xFF01 <= code <= 0xFF60
        or 0xFFE0 <= code <= 0xFFE6
        or 0x1B000 <= code <= 0x1B001
        or 0x1F200 <= code <= 0x1F251
        or 0x1F300 <= code <= 0x1F64F
        or 0x1F680 <= code <= 0x1F6FF
        or 0x1F900 <= code <= 0x1F9FF
        or 0x20000 <= code <= 0x3FFFD
    )
