# The text that a replacement stands for: $$, $&, $` and $' in it have a meaning.
def expand_dollars(replacement, text, at, found):
    if "$" not in replacement:
        return replacement
    out = ""
    i = 0
    while i < len(replacement):
        c = replacement[i]
        after = replacement[i + 1 : i + 2]
        i += 1
        if c == "$" and after and after in "$&`'":
            i += 1
            if after == "&":
                c = found
            elif after == "`":
                c = text[:at]
            elif after == "'":
                c = text[at + len(found) :]
        out += c
    return out
