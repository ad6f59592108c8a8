# a === b of values of unknown types. Python's bytes are compared as texts are.
def strict_equals(a, b):
    if a is b:
        return a == a if type(a) is float else True
    kind = type(a)
    other = type(b)
    if kind is int or kind is float:
        return (other is int or other is float) and a == b
    return (kind is str or kind is bytes) and other is kind and a == b
