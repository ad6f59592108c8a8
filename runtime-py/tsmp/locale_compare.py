# a.localeCompare(b) as in English: by letters, then by accents, then small before capital; beyond Latin by code point.
def locale_compare(a, b):
    if a == b:
        return 0
    x = _levels(a)
    y = _levels(b)
    return 0 if x == y else -1 if x < y else 1


# The order of characters in the collation of ICU, which Node uses.
_ORDER = "\t\n\v\f\r _-,;:!\xa1?\xbf.\xb7'\"\xab\xbb()[]{}\xa7\xb6@*/\\&#%`\xb4^\xaf\xa8\xb8\xb0\xa9\xae+\xb1\xf7\xd7<=>\xac|\xa6~\xa4\xa2$\xa3\xa50123456789abcdefghijklmnopqrstuvwxyz\xfe"


def _levels(text):
    letters = []
    accents = []
    cases = []
    for c in text:
        accent = 0
        if c > "\x7f":
            from tsmp.latin_letter import latin_letter

            c, accent = latin_letter(c)
        for part in c:
            small = part.lower() if part < "\x80" else _small(part)
            place = _ORDER.find(small)
            if place < 0:
                place = ord(small)
                if place < 32 or place == 127:
                    continue  # control characters do not count
            letters.append(place)
            accents.append(accent)
            cases.append(small != part)
    return [letters, accents, cases]


def _small(c):
    from tsmp.to_lower import to_lower

    return to_lower(c)
