# a === b of values of unknown types.
def strict_equals(a, b):
    if a is b:
        return a == a if type(a) is float else True
    kind = type(a)
    other = type(b)
    if kind is int or kind is float:
        return (other is int or other is float) and a == b
    return kind is str and other is str and a == b
