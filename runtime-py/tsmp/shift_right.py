# a >> n
from tsmp.to_int32 import to_int32


def shift_right(a, n):
    return to_int32(a) >> (to_int32(n) & 31)
