# Math.floor(x): an int; NaN and infinities stay.
import math


def floor(x):
    return math.floor(x) if x - x == 0 else x
