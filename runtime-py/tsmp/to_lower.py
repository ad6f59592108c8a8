# text.toLowerCase(). str.lower changes ASCII only; the tables are loaded when other characters turn up.
def to_lower(text):
    lower = text.lower()
    if len(lower) == len(lower.encode()):
        return lower
    return "".join([c if c < "\x80" else _lower(c, i, text) for i, c in enumerate(lower)])


def _lower(c, i, text):
    from tsmp.case_of import case_of
    from tsmp.lower_table import PLANE_0, PLANE_1

    if c == "\u03a3" and _follows_letter(text, i, -1) and not _follows_letter(text, i, 1):
        return "\u03c2"  # sigma at the end of a word
    if c == "\u0130":
        return "i\u0307"
    code = ord(c)
    return chr(case_of(PLANE_1 if code > 0xFFFF else PLANE_0, code))


def _follows_letter(text, i, step):
    # Is the next character in this direction a letter with two cases? Some marks do not count.
    from tsmp.to_upper import to_upper

    i += step
    while 0 <= i < len(text):
        c = text[i]
        if not (c in "'.:^`\xad\xb7\u2019" or "\u0300" <= c <= "\u036f"):
            return to_upper(c) != to_lower(c) if c != "\u03a3" else True
        i += step
    return False
