# The length that new Array(n) is given.
from tsmp.RangeError import RangeError


def array_length(n):
    if n < 0 or n > 4294967295 or n != int(n):
        raise RangeError("Invalid array length")
    return int(n)
