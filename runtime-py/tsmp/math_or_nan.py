# A function of module math where JavaScript gives NaN or an infinity and Python raises.
import math

_nan = float("nan")
_inf = float("inf")


def math_or_nan(f, x):
    try:
        return f(x)
    except (ValueError, OverflowError):
        pass
    if x != x:
        return x
    if f is math.exp or f is math.expm1 or f is math.cosh:
        return _inf if x > 0 or f is math.cosh else -_inf
    if f is math.sinh:
        return _inf if x > 0 else -_inf
    if f is math.log or f is math.log2 or f is math.log10:
        return _nan if x else -_inf
    if f is math.atanh and (x == 1 or x == -1):
        return _inf * x
    return _nan
