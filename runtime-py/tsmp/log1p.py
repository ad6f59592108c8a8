# Math.log1p(x)
from math import log


def log1p(x):
    if x <= -1:
        return float("-inf") if x == -1 else float("nan")
    if x - x != 0:
        return x
    y = 1 + x
    return x if y == 1 else log(y) * (x / (y - 1))
