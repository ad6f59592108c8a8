# values.indexOf(value, start): 1 is not True, and a list is only itself.
from tsmp.array_position import array_position
from tsmp.strict_equals import strict_equals


def array_index_of(values, value, start=None):
    for i in range(array_position(start, len(values)), len(values)):
        if strict_equals(values[i], value):
            return i
    return -1
