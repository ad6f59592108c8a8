# Object.is(x, -0)
from math import copysign


def is_negative_zero(x):
    return x == 0 and type(x) is float and copysign(1, x) < 0
