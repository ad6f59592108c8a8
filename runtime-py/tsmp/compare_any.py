# Is a less than b, of values whose types are not known? Negative, 0, positive, or NaN where neither is true.
from tsmp.to_number import to_number


def compare_any(a, b):
    if type(a) is not str or type(b) is not str:
        a = to_number(a)
        b = to_number(b)
    if a < b:
        return -1
    return 0 if a == b else 1 if a > b else float("nan")
