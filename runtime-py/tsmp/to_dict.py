# An object of the program as Python's own functions take it: dicts and lists all the way down.
#
# `sequence` is tuple where the function wants tuples instead of lists.
from tsmp.object_keys import object_keys
from tsmp.own_property import own_property


def to_dict(value, sequence=list):
    if isinstance(value, (list, tuple)):
        return (sequence if isinstance(value, list) else tuple)([to_dict(item, sequence) for item in value])
    if type(value) is not dict and getattr(value, "__keys__", None) is None:
        return value
    return {key: to_dict(own_property(value, key), sequence) for key in object_keys(value)}
