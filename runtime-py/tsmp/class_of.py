# value.constructor, where the value may be anything; object literals and records share `object`.
from tsmp.Obj import Obj


def class_of(value):
    kind = type(value)
    if kind is int:
        return float
    if kind is tuple:
        return list
    if kind is dict or kind is Obj or getattr(value, "__plain__", False):
        return object
    return kind
