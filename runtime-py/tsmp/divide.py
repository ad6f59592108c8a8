# a / b, where b may be 0.
from math import copysign


def divide(a, b):
    if b:
        return a / b
    if not a or a != a:
        return float("nan")
    return float("inf") * copysign(1, a) * copysign(1, b)
