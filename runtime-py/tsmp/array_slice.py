# values.slice(start, end)
from tsmp.array_position import array_position


def array_slice(values, start=None, end=None):
    n = len(values)
    return values[array_position(start, n) : array_position(end, n, n)]
