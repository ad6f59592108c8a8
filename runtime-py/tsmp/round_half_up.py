# Math.round(x): an int, halves go up; NaN, infinities and -0 stay, and what lies from -0.5 to 0 becomes -0.
import math


def round_half_up(x):
    if type(x) is int or x - x != 0:
        return x
    whole = math.floor(x)
    if x - whole >= 0.5:
        whole += 1
    return whole or (0 if math.copysign(1, x) > 0 else -0.0)
