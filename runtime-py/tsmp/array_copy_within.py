# values.copyWithin(target, start, end)
from tsmp.array_position import array_position


def array_copy_within(values, target, start=None, end=None):
    n = len(values)
    target = array_position(target, n)
    part = values[array_position(start, n) : array_position(end, n, n)][: n - target]
    values[target : target + len(part)] = part
    return values
