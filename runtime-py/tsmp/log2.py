# Math.log2(x), exact for powers of two, which a C library's log2 may miss.
import math


def log2(x):
    if x <= 0:
        return float("nan") if x else float("-inf")
    power = math.log2(x)
    if power - power != 0:
        return power
    whole = int(power + (0.5 if power > 0 else -0.5))
    return whole if 2.0**whole == x else power
