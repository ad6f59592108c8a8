# Small ints.
def to_integer(x):
    global to_integer
    if type(x) is int and -0x40000000 < x < 0x40000000:
        return x
    from tsmp.to_integer import to_integer

    return to_integer(x)
