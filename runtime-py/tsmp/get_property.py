# object[key] of an object whose kind is only known at run time; None where there is no such property.
from tsmp.Obj import Obj


def get_property(value, key):
    kind = type(value)
    if kind is Obj or kind is dict:
        return object if key == "constructor" and key not in value else value.get(key)
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
    if key == "constructor":
        return _class_of(value)
    if kind is type and key == "name" and "name" not in value.__dict__:
        from tsmp.name_of_type import name_of_type

        return name_of_type(value)
    names = getattr(value, "__names__", None)
    return getattr(value, names.get(key, key) if names else key, None)


_PLAIN = (list, tuple, bytearray, str)


def _element(value, key):
    if key == "length":
        return len(value)
    if type(key) is str:
        if key == "constructor":
            return _class_of(value)
        if not key.isdigit():
            # What a match or the texts of a template have beside their elements
            return None if type(value) in _PLAIN else getattr(value, key, None)
        key = int(key)
    return value[int(key)] if 0 <= key < len(value) and key == int(key) else None


def _class_of(value):
    from tsmp.class_of import class_of

    return class_of(value)
