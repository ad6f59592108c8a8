# A number as an index or count: ToIntegerOrInfinity, with infinities as +-2**30 + 1 so that an int comes back.
def to_integer(x):
    if type(x) is int:
        return x
    if x is None or x != x:
        return 0
    if -1e9 < x < 1e9:
        return int(x)
    return 0x3FFFFFFF if x > 0 else -0x3FFFFFFF
