# values.with(i, value)
from tsmp.RangeError import RangeError
from tsmp.to_integer import to_integer


def array_with(values, i, value):
    i = to_integer(i)
    if not -len(values) <= i < len(values):
        raise RangeError("Invalid index : %d" % i)
    copy = values[:]
    copy[i] = value
    return copy
