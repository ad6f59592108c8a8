# typeof x === "number"
def is_number(x):
    return type(x) is int or type(x) is float
