# values.length = n
from tsmp.array_length import array_length


def set_length(values, n):
    n = array_length(n)
    missing = n - len(values)
    if missing > 0:
        values.extend([None] * missing)
    else:
        del values[n:]
