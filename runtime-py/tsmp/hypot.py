# Math.hypot(...), summed as V8 does.
from math import sqrt


def hypot(*values):
    largest = 0
    for x in values:
        if x != x:
            largest = x
        elif x - x != 0:
            return float("inf")
        elif abs(x) > largest:
            largest = abs(x)
    if not largest or largest != largest:
        return largest
    total = 0.0
    lost = 0.0  # Kahan's compensation
    for x in values:
        x /= largest
        x = x * x - lost
        more = total + x
        lost = more - total - x
        total = more
    return sqrt(total) * largest
