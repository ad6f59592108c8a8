# Number.isSafeInteger(x)
from tsmp.is_integer import is_integer


def is_safe_integer(x):
    return is_integer(x) and -9007199254740991 <= x <= 9007199254740991
