# a / b, where b may be 0.
from tsmp.is_negative_zero import is_negative_zero


def divide(a, b):
    if b:
        return a / b
    if not a or a != a or b != b:
        return float("nan")
    return float("-inf") if (a < 0) != is_negative_zero(b) else float("inf")
