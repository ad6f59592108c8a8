# text.match(pattern): one match with its groups, or with the flag g the texts of all of them.
from tsmp.regexp_all import regexp_all


def regexp_match(text, pattern):
    if "g" not in pattern.flags:
        return pattern.exec(text)
    return [text[ends[0] : ends[1]] for ends in regexp_all(text, pattern)] or None
