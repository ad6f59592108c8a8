# a ** b of bigints
from tsmp.RangeError import RangeError


def bigint_power(a, b):
    if b < 0:
        raise RangeError("Exponent must be non-negative")
    return a**b
