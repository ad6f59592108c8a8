# Decimal digits and nothing else.
def parse_int(s, radix=0):
    global parse_int
    if radix in (0, 10) and s.isdigit() and len(s) < 16:
        return int(s)
    from tsmp.parse_int import parse_int

    return parse_int(s, radix)
