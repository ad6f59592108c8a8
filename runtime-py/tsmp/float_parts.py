# The exact value of a positive finite float: integers m, q with x == m * 2**q.
from math import frexp, ldexp
from tsmp.float_format import BITS, LOWEST


def float_parts(x):
    m, q = frexp(x)
    m = int(ldexp(m, BITS))
    q -= BITS
    if q < LOWEST:
        m >>= LOWEST - q
        q = LOWEST
    return m, q
