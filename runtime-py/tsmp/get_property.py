# object[key] of an object whose kind is only known at run time; None where there is no such property.
from tsmp.Obj import Obj


def get_property(value, key):
    kind = type(value)
    if kind is Obj or kind is dict:
        return value.get(key)
    if value is None:
        raise TypeError("Cannot read properties of undefined (reading '" + str(key) + "')")
    if kind is str or isinstance(value, (list, tuple, bytearray)):
        return _element(value, key)
    if key == "size" and getattr(value, "__kind__", None) in ("Map", "Set"):
        return len(value)
    if isinstance(value, BaseException):
        if key == "message":
            from tsmp.error_message import error_message

            return error_message(value)
        if key == "name":
            from tsmp.error_name import error_name

            return error_name(value)
    names = getattr(value, "__names__", None)
    return getattr(value, names.get(key, key) if names else key, None)


def _element(value, key):
    if key == "length":
        return len(value)
    if type(key) is str:
        if not key.isdigit():
            return None
        key = int(key)
    return value[int(key)] if 0 <= key < len(value) and key == int(key) else None
