# A start or end of slice, fill and the like as an index from 0 to the length: it may be negative, a float, or None.
from tsmp.to_integer import to_integer


def array_position(i, length, default=0):
    if i is None:
        return default
    i = to_integer(i)
    if i < 0:
        i += length
        return i if i > 0 else 0
    return i if i < length else length
