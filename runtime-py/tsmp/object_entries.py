# Object.entries
from tsmp.object_keys import object_keys
from tsmp.own_property import own_property


def object_entries(value):
    return [[key, own_property(value, key)] for key in object_keys(value)]
