# a % b with the sign of a, -0 too; NaN where b is 0.
from math import fmod


def modulo(a, b):
    if type(a) is int and type(b) is int:
        if a >= 0:
            if b:
                return a % (b if b > 0 else -b)
        elif b:
            return -(-a % (b if b > 0 else -b)) or -0.0
        return float("nan")
    if b == 0 or a - a != 0 or b != b:
        return float("nan")
    if b - b != 0:
        return a
    return fmod(a, b)
