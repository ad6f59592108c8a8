# a ** b as a real number: NaN where Python gives a complex one, Infinity where it divides by 0 or overflows.
from tsmp.is_negative_zero import is_negative_zero


def power(a, b):
    if type(b) is int and b >= 0 and (b < 64 or type(a) is int and -2 < a < 2):
        return a**b
    if b != b or b - b != 0 and (a == 1 or a == -1):
        return float("nan")
    if not a and b < 0:
        return float("-inf") if b % 2 == 1 and is_negative_zero(a) else float("inf")
    if a < 0 and b - b == 0 and b != int(b):
        if a - a == 0:
            return float("nan")
        return float("inf") if b > 0 else 0
    return float(a) ** float(b)
