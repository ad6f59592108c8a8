# The shortest decimal that reads back as x > 0, the nearest of them: digits as text, e with x ~ digits * 10**e.
from math import floor, log10
from tsmp.float_format import BITS, DIGITS
from tsmp.float_parts import float_parts

_FEW = 10**DIGITS


def shortest_digits(x):
    if 1e-6 < x < _FEW:
        # Few decimals, the common case. Both operands of the division are exact, so that it is correctly
        # rounded: equality proves the digits (W. Clinger, How to read floating point numbers accurately).
        p = 1
        for e in range(DIGITS):
            d = int(x * p + 0.5)
            if d >= _FEW:
                break
            if d / p == x:
                return _short(str(d), -e)
            p *= 10
    m, q = float_parts(x)
    num = m << q if q > 0 else m
    den = 1 << -q if q < 0 else 1
    top = floor(log10(x))
    # A subnormal number has fewer significant bits, so it may need fewer digits.
    n = DIGITS if m >> (BITS - 1) else 1
    while True:
        e = top - n + 1
        a = num * 10**-e if e < 0 else num
        b = den * 10**e if e > 0 else den
        d, rest = divmod(a, b)
        # log10 may be off by one near a power of ten
        if d >= 10**n:
            top += 1
            continue
        if d < 10 ** (n - 1):
            top -= 1
            continue
        rest *= 2
        if rest > b or rest == b and d & 1:
            d += 1
        if _reads_back(d * b - a, a, m):
            break
        if d * b < a and _reads_back((d + 1) * b - a, a, m):
            d += 1
            break
        n += 1
    return _short(str(d), e)


def _short(digits, e):
    short = digits.rstrip("0")
    return short, e + len(digits) - len(short)


def _reads_back(error, a, m):
    # Half a step is a / (2 * m); below a power of two steps are half as wide. A tie goes to an even m.
    if error < 0:
        error = -error
        if m & (m - 1) == 0 and m >> (BITS - 1):
            error *= 2
    error *= 2 * m
    return error < a or error == a and not m & 1
