# text.replace(part, replacement) of the first place, and with `every` text.replaceAll.
# The replacement is text, in which $ has a meaning, or a function of the part, its place and the text.
from tsmp.expand_dollars import expand_dollars


def replace_text(text, part, replacement, every=False):
    out = []
    done = 0
    at = text.find(part)
    while at >= 0:
        out.append(text[done:at])
        if isinstance(replacement, str):
            out.append(expand_dollars(replacement, text, at, part))
        else:
            out.append(replacement(part, at, text))
        done = at + len(part)
        if not every:
            break
        if part:
            at = text.find(part, done)
        else:
            at = at + 1 if at < len(text) else -1
    out.append(text[done:])
    return "".join(out)
