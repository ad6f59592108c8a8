# The number digits * 10**exponent, correctly rounded: an int where it is a safe integer, else a float.
from math import ldexp
from tsmp.float_format import BITS, LOWEST

_EXACT = 1 << BITS


def decimal_value(digits, exponent=0):
    if exponent >= 0:
        if exponent > 400:
            return float("inf") if digits else 0
        digits *= 10**exponent
        if digits <= 0x1FFFFFFFFFFFFF:
            return digits
        den = 1
    else:
        while exponent and digits % 10 == 0 and digits:
            digits //= 10
            exponent += 1
        if not exponent:
            return decimal_value(digits)
        if not digits or exponent < -2000 and digits < 10 ** (-400 - exponent):
            return 0
        den = 10**-exponent
        if digits < _EXACT and exponent > (-23 if BITS == 53 else -11):
            return digits / den  # both exact, so correctly rounded
    # Scale to a quotient of BITS bits, or fewer for subnormal numbers, and round half to even.
    q = _bit_length(digits) - _bit_length(den) - BITS
    if q < LOWEST:
        q = LOWEST
    while True:
        num = digits << -q if q < 0 else digits
        by = den << q if q > 0 else den
        m, rest = divmod(num, by)
        if m < _EXACT:
            break
        q += 1
    rest *= 2
    if rest > by or rest == by and m & 1:
        m += 1
    if q + _bit_length(m) > (1024 if BITS == 53 else 128):
        return float("inf")
    return ldexp(m, q)


def _bit_length(n):
    bits = 0
    while n >> 64:
        n >>= 64
        bits += 64
    while n:
        n >>= 1
        bits += 1
    return bits
