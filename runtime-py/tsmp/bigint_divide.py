# a / b of bigints, towards zero.
from tsmp.RangeError import RangeError


def bigint_divide(a, b):
    if not b:
        raise RangeError("Division by zero")
    return a // b if (a < 0) == (b < 0) else -(-a // b)
