# values.length = n
from tsmp.RangeError import RangeError


def set_length(values, n):
    if n != int(n) or n < 0:
        raise RangeError("Invalid array length")
    n = int(n)
    missing = n - len(values)
    if missing > 0:
        values.extend([None] * missing)
    else:
        del values[n:]
