# key in object: a property of its own, or one of its class.
from tsmp.has_own import has_own

_OF_EVERY_OBJECT = ("constructor", "hasOwnProperty", "isPrototypeOf", "toLocaleString", "toString", "valueOf")


def has_property(value, key):
    if value is None or isinstance(value, (str, int, float, bool)):
        raise TypeError("Cannot use 'in' operator to search for '" + key + "'")
    if has_own(value, key) or key in _OF_EVERY_OBJECT:
        return True
    names = getattr(value, "__names__", None)
    return getattr(type(value), names.get(key, key) if names else key, None) is not None
