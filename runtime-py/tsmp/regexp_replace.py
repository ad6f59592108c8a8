# text.replace(pattern, replacement), every match with the flag g. The replacement is text, in which $ has a
# meaning, or a function of the match, its groups, its place, the whole text and the named groups.
from tsmp.expand_groups import expand_groups
from tsmp.regexp_all import regexp_all


def regexp_replace(text, pattern, replacement):
    if "g" in pattern.flags:
        found = regexp_all(text, pattern)
    else:
        first = pattern.advance(text) if "y" in pattern.flags else pattern.find(text)
        found = [first] if first else ()
    out = []
    done = 0
    for ends in found:
        out.append(text[done : ends[0]])
        done = ends[1]
        groups = [
            None if ends[i + 1] is None else text[ends[i] : ends[i + 1]] for i in range(0, len(ends), 2)
        ]
        if isinstance(replacement, str):
            out.append(expand_groups(replacement, text, ends[0], groups, pattern._names))
        elif pattern._names:
            from tsmp.RegExpGroups import RegExpGroups

            named = RegExpGroups([(name, groups[i]) for name, i in pattern._names])
            out.append(replacement(*groups, ends[0], text, named))
        else:
            out.append(replacement(*groups, ends[0], text))
    out.append(text[done:])
    return "".join(out)
