# Number.isInteger(x)
def is_integer(x):
    return type(x) is int or type(x) is float and x - x == 0 and x == int(x)
