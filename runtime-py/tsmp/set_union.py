# a.union(b)
from tsmp.Set import Set


def set_union(a, b):
    result = Set(a)
    for value in b:
        result.add(value)
    return result
