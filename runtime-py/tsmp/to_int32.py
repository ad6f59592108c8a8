# x | 0
def to_int32(x):
    if type(x) is not int:
        if x is None or x - x != 0:
            return 0
        x = int(x)
    if -0x40000000 <= x <= 0x3FFFFFFF:
        return x
    x &= 0xFFFFFFFF
    return x if x < 0x80000000 else x - 0x100000000
