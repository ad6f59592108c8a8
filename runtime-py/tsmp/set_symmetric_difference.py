# a.symmetricDifference(b)
from tsmp.Set import Set


def set_symmetric_difference(a, b):
    return Set([value for value in a if not b.has(value)] + [value for value in b if not a.has(value)])
