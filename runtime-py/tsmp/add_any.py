# a + b of values whose types are not known: a sum of numbers, else their texts joined. `none` as in text().
from tsmp.text import text
from tsmp.to_number import to_number

_plain = (int, float, bool, type(None))


def add_any(a, b, none="undefined"):
    if type(a) in _plain and type(b) in _plain:
        return to_number(a, none) + to_number(b, none)
    return text(a, none) + text(b, none)
