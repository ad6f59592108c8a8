# x >>> 0: the low 32 bits as an unsigned integer.
def to_uint32(x):
    if type(x) is not int:
        x = int(x) if x - x == 0 else 0
    return x if 0 <= x <= 0x3FFFFFFF else x & 0xFFFFFFFF
