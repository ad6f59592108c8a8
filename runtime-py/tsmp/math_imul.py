# Math.imul(a, b)
from tsmp.to_int32 import to_int32


def math_imul(a, b):
    return to_int32(to_int32(a) * to_int32(b))
