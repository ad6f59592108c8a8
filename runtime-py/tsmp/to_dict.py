# An object of the program as Python's own functions take it: dicts and lists all the way down.
from tsmp.object_keys import object_keys
from tsmp.own_property import own_property


def to_dict(value):
    if isinstance(value, list):
        return [to_dict(item) for item in value]
    if isinstance(value, tuple):
        return tuple([to_dict(item) for item in value])
    if type(value) is not dict and getattr(value, "__keys__", None) is None:
        return value
    return {key: to_dict(own_property(value, key)) for key in object_keys(value)}
