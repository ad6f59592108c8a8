# delete object[key]: the property is gone, and reads as None.
from tsmp.Obj import Obj


def delete_property(target, key):
    kind = type(target)
    if kind is dict:
        target.pop(key, None)
    elif kind is Obj:
        del target[key]
    else:
        keys = getattr(target, "__keys__", ())
        if key in keys:
            target.__keys__ = [name for name in keys if name != key]
        names = getattr(target, "__names__", None)
        setattr(target, names.get(key, key) if names else key, None)
