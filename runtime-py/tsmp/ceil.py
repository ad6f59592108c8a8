# Math.ceil(x): an int; NaN and infinities stay.
import math


def ceil(x):
    return math.ceil(x) if x - x == 0 else x
