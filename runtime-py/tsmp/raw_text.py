# String.raw called as a function.
from tsmp.get_property import get_property
from tsmp.text import text


def raw_text(strings, *values):
    raw = get_property(strings, "raw")
    parts = []
    for i in range(len(raw)):
        parts.append(text(raw[i]))
        if i < len(values) and i + 1 < len(raw):
            parts.append(text(values[i]))
    return "".join(parts)
