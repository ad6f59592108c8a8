# text.matchAll(pattern): one match after the other, from the pattern's lastIndex on.
from tsmp.RegExpMatch import RegExpMatch


def regexp_match_all(text, pattern):
    if "g" not in pattern.flags:
        raise TypeError("String.prototype.matchAll called with a non-global RegExp argument")
    return _matches(text, pattern, max(0, int(pattern.lastIndex)))


def _matches(text, pattern, at):
    while True:
        ends = pattern.find(text, at, "y" in pattern.flags)
        if ends is None:
            return
        yield RegExpMatch(text, ends, pattern._names, "d" in pattern.flags)
        at = ends[1] if ends[1] > ends[0] else ends[1] + 1
