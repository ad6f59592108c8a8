# One character below the surrogates.
def from_char_codes(*codes):
    global from_char_codes
    code = codes[0] if len(codes) == 1 else -1
    if type(code) is int and 0 <= code < 0xD800:
        return chr(code)
    from tsmp.from_char_codes import from_char_codes

    return from_char_codes(*codes)
