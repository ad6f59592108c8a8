# text.replace(part, replacement) of the first place, and text.replaceAll of every one.
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
        at += len(part) or 1
        at = text.find(part, at) if at < len(text) else -1 if part or at > len(text) else at
    out.append(text[done:])
    return "".join(out)
