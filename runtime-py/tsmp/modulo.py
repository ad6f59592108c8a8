# a % b with the sign of a; NaN where b is 0.
from math import fmod


def modulo(a, b):
    if not b or b != b or a - a != 0:
        return float("nan")
    if type(a) is int and type(b) is int:
        if a >= 0:
            return a % b if b > 0 else a % -b
        rest = -a % (b if b > 0 else -b)
        return -rest if rest else -0.0
    return a if b - b != 0 else fmod(a, b)
