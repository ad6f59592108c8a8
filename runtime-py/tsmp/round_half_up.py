# Math.round(x): halves go up; NaN and infinities stay.
import math


def round_half_up(x):
    if type(x) is int or x - x != 0:
        return x
    whole = math.floor(x)
    return whole + 1 if x - whole >= 0.5 else whole
