# values.fill(value, start, end)
from tsmp.array_position import array_position


def array_fill(values, value, start=None, end=None):
    n = len(values)
    for i in range(array_position(start, n), array_position(end, n, n)):
        values[i] = value
    return values
