# a / b
from math import copysign


def divide(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        if a == 0 or a != a:
            return float("nan")
        # the sign of a zero divisor counts
        return copysign(float("inf"), a) * copysign(1, b)
