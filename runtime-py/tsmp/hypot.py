# Math.hypot(...)
import math


def hypot(*values):
    largest = 0
    for x in values:
        if x - x != 0 and x == x:
            return float("inf")
        largest = max(largest, abs(x))
    for x in values:
        if x != x:
            return x
    if not largest:
        return 0
    total = 0
    for x in values:
        total += (x / largest) ** 2
    return math.sqrt(total) * largest
