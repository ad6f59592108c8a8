# ~a
from tsmp.to_int32 import to_int32


def bit_not(a):
    return ~to_int32(a)
