# Object.is
from tsmp.strict_equals import strict_equals


def object_is(a, b):
    if type(a) is float or type(b) is float:
        if a != a and b != b:
            return True
        if a == 0 and b == 0:
            return str(a)[0] == str(b)[0]
    return strict_equals(a, b)
