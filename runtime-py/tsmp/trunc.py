# Math.trunc(x): an int; NaN, infinities and -0 stay, and what lies between -1 and 0 becomes -0.
def trunc(x):
    if not x or x - x != 0:
        return x
    return int(x) or (0 if x > 0 else -0.0)
