# The text that the replacement of a match stands for: $1, $<name>, $$, $&, $` and $' in it have a meaning.
def expand_groups(replacement, text, at, groups, names):
    i = replacement.find("$")
    if i < 0:
        return replacement
    out = replacement[:i]
    while i < len(replacement):
        c = replacement[i]
        d = replacement[i + 1 : i + 2]
        i += 1
        if c != "$" or not d:
            out += c
        elif d == "$":
            out += "$"
            i += 1
        elif d == "&":
            out += groups[0]
            i += 1
        elif d == "`":
            out += text[:at]
            i += 1
        elif d == "'":
            out += text[at + len(groups[0]) :]
            i += 1
        elif "0" <= d <= "9":
            size = 2 if "0" <= replacement[i + 1 : i + 2] <= "9" else 1
            while size and not 0 < int(replacement[i : i + size]) < len(groups):
                size -= 1
            out += groups[int(replacement[i : i + size])] or "" if size else c
            i += size
        elif d == "<" and names and replacement.find(">", i) > 0:
            end = replacement.find(">", i)
            for name, group in names:
                if name == replacement[i + 1 : end]:
                    out += groups[group] or ""
            i = end + 1
        else:
            out += c
    return out
