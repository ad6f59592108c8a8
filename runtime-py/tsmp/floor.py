# Math.floor(x): an int; NaN, infinities and -0 stay.
import math


def floor(x):
    return math.floor(x) if x and x - x == 0 else x
