# array.fill(value, start, end) of a typed array.
from tsmp.set_byte import set_byte
from tsmp.to_integer import to_integer


def typed_fill(array, value, start=0, end=None):
    n = len(array)
    start = to_integer(start)
    end = n if end is None else to_integer(end)
    for i in range(max(start + n, 0) if start < 0 else start, min(end + n if end < 0 else end, n)):
        set_byte(array, i, value)
    return array
