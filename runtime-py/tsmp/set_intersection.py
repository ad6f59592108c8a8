# a.intersection(b), in the order of the smaller one.
from tsmp.Set import Set


def set_intersection(a, b):
    few, many = (a, b) if len(a) <= len(b) else (b, a)
    return Set([value for value in few if many.has(value)])
