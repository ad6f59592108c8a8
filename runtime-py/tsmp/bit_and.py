# a & b
from tsmp.to_int32 import to_int32


def bit_and(a, b):
    return to_int32(a) & to_int32(b)
