# The value of a property that the object has, by its name in JavaScript.
from tsmp.Obj import Obj


def own_property(value, key):
    if type(value) is Obj or type(value) is dict:
        return value[key]
    if isinstance(value, (list, tuple, str)):
        return value[int(key)]
    names = getattr(value, "__names__", None)
    return getattr(value, names.get(key, key) if names else key)
