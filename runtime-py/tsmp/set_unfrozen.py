# object[key] = value, where the object may be frozen.
from tsmp.is_frozen import is_frozen
from tsmp.set_property import set_property


def set_unfrozen(target, key, value):
    if is_frozen(target):
        name = "[object Array]" if type(target) is list else "#<Object>"
        raise TypeError("Cannot assign to read only property '%s' of object '%s'" % (key, name))
    set_property(target, key, value)
