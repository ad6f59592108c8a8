# Math.floor(x): an int; NaN, infinities and -0 stay.
import math


def floor(x):
    if x - x != 0:
        return x
    return math.floor(x) or (x if not x and math.copysign(1, x) < 0 else 0)
