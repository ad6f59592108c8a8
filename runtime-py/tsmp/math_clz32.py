# Math.clz32(x)
from tsmp.to_uint32 import to_uint32


def math_clz32(x):
    x = to_uint32(x)
    n = 32
    while x:
        x >>= 1
        n -= 1
    return n
