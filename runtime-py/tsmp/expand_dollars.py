# The text that a replacement stands for: $$, $&, $` and $' in it have a meaning.
def expand_dollars(replacement, text, at, found):
    i = replacement.find("$")
    if i < 0:
        return replacement
    out = replacement[:i]
    while i < len(replacement):
        pair = replacement[i : i + 2]
        i += 2
        if pair == "$$":
            out += "$"
        elif pair == "$&":
            out += found
        elif pair == "$`":
            out += text[:at]
        elif pair == "$'":
            out += text[at + len(found) :]
        else:
            out += pair[0]
            i -= 1
    return out
