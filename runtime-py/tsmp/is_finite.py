# Number.isFinite(x)
def is_finite(x):
    return type(x) is int or type(x) is float and x - x == 0
