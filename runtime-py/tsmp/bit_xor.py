# a ^ b
from tsmp.to_int32 import to_int32


def bit_xor(a, b):
    return to_int32(a) ^ to_int32(b)
