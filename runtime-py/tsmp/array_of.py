# new Array(x) of a value of unknown type: a number is the length.
from tsmp.array_length import array_length


def array_of(x):
    return [None] * array_length(x) if type(x) is int or type(x) is float else [x]
