# values.lastIndexOf(value, start)
from tsmp.strict_equals import strict_equals
from tsmp.to_integer import to_integer


def array_last_index_of(values, value, start=-1):
    n = len(values)
    i = to_integer(start)
    i = i + n if i < 0 else min(i, n - 1)
    while i >= 0 and not strict_equals(values[i], value):
        i -= 1
    return i if i >= 0 else -1
