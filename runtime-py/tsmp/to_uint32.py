# x >>> 0
def to_uint32(x):
    if type(x) is not int:
        if x is None or x - x != 0:
            return 0
        x = int(x)
    if 0 <= x <= 0x3FFFFFFF:
        return x
    return x & 0xFFFFFFFF
