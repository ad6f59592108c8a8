# structuredClone: a deep copy; what refers to itself in the value does so in the copy.
from tsmp.Obj import Obj
from tsmp.object_keys import object_keys
from tsmp.own_property import own_property


def structured_clone(value, known=None):
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    kind = getattr(value, "__kind__", None)
    if kind == "null":
        return value
    if known is None:
        known = {}
    copy = known.get(id(value))
    if copy is None:
        copy = _copied(value, known)
    return copy


def _copied(value, known):
    if type(value) is list:
        copy = known[id(value)] = []
        for item in value:
            copy.append(structured_clone(item, known))
        return copy
    kind = getattr(value, "__kind__", None)
    if kind == "Map":
        copy = known[id(value)] = type(value)()
        for key, item in value.entries():
            copy.set(structured_clone(key, known), structured_clone(item, known))
        return copy
    if kind == "Set":
        copy = known[id(value)] = type(value)()
        for item in value.values():
            copy.add(structured_clone(item, known))
        return copy
    if kind == "Date":
        return type(value)(value.getTime())
    if isinstance(value, BaseException):
        return type(value)(*value.args)
    if isinstance(value, bytearray) or type(value).__name__ == "array":
        return value[:]
    if callable(value):
        raise Exception("could not be cloned.")
    copy = known[id(value)] = {} if type(value) is dict else Obj()
    for key in object_keys(value):
        copy[key] = structured_clone(own_property(value, key), known)
    return copy
