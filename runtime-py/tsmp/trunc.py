# Math.trunc(x): an int; NaN, infinities and -0 stay, and what lies between -1 and 0 becomes -0.
import math


def trunc(x):
    if x - x != 0:
        return x
    return int(x) or (0 if math.copysign(1, x) > 0 else -0.0)
