# a.difference(b)
from tsmp.Set import Set


def set_difference(a, b):
    return Set([value for value in a if not b.has(value)])
