# A number as an index or count: ToIntegerOrInfinity, cut to +-(2**30 - 1) so that C code takes it on every board.
def to_integer(x):
    if x is None or x != x:
        return 0
    if x > 0x3FFFFFFF:
        return 0x3FFFFFFF
    if x < -0x3FFFFFFF:
        return -0x3FFFFFFF
    return x if type(x) is int else int(x)
