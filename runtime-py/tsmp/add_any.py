# a + b of values whose types are not known: a sum of numbers, else their texts joined. `none` as in text().
from tsmp.text import text
from tsmp.to_number import to_number
from tsmp.to_primitive import to_primitive


def add_any(a, b, none="undefined"):
    if type(a) not in (int, float):
        a = to_primitive(a, none)
    if type(b) not in (int, float):
        b = to_primitive(b, none)
    if type(a) is str or type(b) is str:
        return text(a, none) + text(b, none)
    return to_number(a, none) + to_number(b, none)
