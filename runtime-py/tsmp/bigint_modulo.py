# a % b of bigints, with the sign of a.
from tsmp.RangeError import RangeError


def bigint_modulo(a, b):
    if not b:
        raise RangeError("Division by zero")
    return a % abs(b) if a >= 0 else -(-a % abs(b))
