# The own properties of an object but those that are named, as a new object.
from tsmp.Obj import Obj
from tsmp.object_keys import object_keys
from tsmp.own_property import own_property


def object_rest(value, taken):
    keys = [key for key in object_keys(value) if key not in taken]
    return Obj([(key, own_property(value, key)) for key in keys])
