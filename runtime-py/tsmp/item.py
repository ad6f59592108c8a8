# values[i] where i may be negative, no whole number or too large: it raises, and never counts from the end.
from tsmp.whole_index import whole_index


def item(values, i):
    if type(i) is not int:
        i = whole_index(i)
    if 0 <= i < len(values):
        return values[i]
    raise IndexError("index %d is outside of the length %d" % (i, len(values)))
