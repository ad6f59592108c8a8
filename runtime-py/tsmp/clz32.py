# Math.clz32(x)
from tsmp.to_uint32 import to_uint32


def clz32(x):
    x = to_uint32(x)
    count = 32
    while x:
        x >>= 1
        count -= 1
    return count
