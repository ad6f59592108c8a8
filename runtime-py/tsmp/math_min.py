# Math.min(...): NaN wins, -0 is less than 0.
from tsmp.is_negative_zero import is_negative_zero


def math_min(*values):
    best = float("inf")
    for x in values:
        if x < best or x != x or x == best and is_negative_zero(x):
            best = x
            if x != x:
                break
    return best
