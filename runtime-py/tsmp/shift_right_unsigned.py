# a >>> n
from tsmp.to_int32 import to_int32
from tsmp.to_uint32 import to_uint32


def shift_right_unsigned(a, n):
    return to_uint32(a) >> (to_int32(n) & 31)
