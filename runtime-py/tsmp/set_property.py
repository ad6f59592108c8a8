# object[key] = value, where the object may not have the property yet.
from tsmp.Obj import Obj


def set_property(target, key, value):
    kind = type(target)
    if kind is Obj or kind is dict:
        target[key] = value
        return
    if kind is list:
        if key == "length":
            from tsmp.set_length import set_length

            set_length(target, value)
            return
        from tsmp.set_item import set_item

        set_item(target, int(key), value)
        return
    if target is None:
        raise TypeError("Cannot set properties of undefined (setting '" + key + "')")
    keys = getattr(target, "__keys__", None)
    if keys is not None and key not in keys and type(getattr(kind, key, None)) is not property:
        if type(keys) is list:
            keys.append(key)
        else:
            target.__keys__ = list(keys) + [key]
    names = getattr(target, "__names__", None)
    setattr(target, names.get(key, key) if names else key, value)
