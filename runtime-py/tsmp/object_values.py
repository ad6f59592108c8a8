# Object.values
from tsmp.object_keys import object_keys
from tsmp.own_property import own_property


def object_values(value):
    return [own_property(value, key) for key in object_keys(value)]
