# x | 0: the low 32 bits as a signed integer.
def to_int32(x):
    if type(x) is not int:
        x = int(x) if x - x == 0 else 0
    if -0x40000000 <= x <= 0x3FFFFFFF:
        return x
    x &= 0xFFFFFFFF
    return x - 0x100000000 if x & 0x80000000 else x
