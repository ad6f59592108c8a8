# a == b of values of unknown types, after JavaScript's conversions.
from tsmp.strict_equals import strict_equals
from tsmp.text import text
from tsmp.to_number import to_number

_primitive = (int, float, bool, str)


def loose_equals(a, b):
    if a is None or b is None:
        return a is b
    if strict_equals(a, b):
        return True
    plain = type(a) in _primitive
    if plain == (type(b) in _primitive):
        # Two texts, and two objects, that are not the same are not equal.
        return plain and type(a) is not type(b) and to_number(a) == to_number(b)
    return loose_equals(a, _primitive_of(b)) if plain else loose_equals(_primitive_of(a), b)


def _primitive_of(value):
    return value.valueOf() if hasattr(value, "valueOf") else text(value)
