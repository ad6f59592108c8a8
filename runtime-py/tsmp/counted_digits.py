# The n-digit decimal nearest to x > 0, a tie going up: integers d, e with x ~ d * 10**e.
from math import floor, log10
from tsmp.float_parts import float_parts


def counted_digits(x, n):
    m, q = float_parts(x)
    e = floor(log10(x)) - n + 1
    while True:
        num = m << q if q > 0 else m
        den = 1 << -q if q < 0 else 1
        if e < 0:
            num *= 10**-e
        else:
            den *= 10**e
        d, rest = divmod(num, den)
        # log10 may be off by one near a power of ten
        if d >= 10**n:
            e += 1
        elif d < 10 ** (n - 1):
            e -= 1
        else:
            break
    if 2 * rest >= den:
        d += 1
        if d == 10**n:
            return d // 10, e + 1
    return d, e
