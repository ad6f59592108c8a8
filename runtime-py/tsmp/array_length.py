# The length that new Array(n) is given, or values.length is set to.
from tsmp.RangeError import RangeError


def array_length(n):
    if not 0 <= n <= 4294967295 or n != int(n):
        raise RangeError("Invalid array length")
    return int(n)
