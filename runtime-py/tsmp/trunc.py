# Math.trunc(x): an int; NaN and infinities stay.
def trunc(x):
    return int(x) if x - x == 0 else x
