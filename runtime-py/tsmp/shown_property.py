# What console.log shows for object[key] of an object of unknown type: null for a None that is there.
from tsmp.Obj import Obj
from tsmp.get_property import get_property
from tsmp.shown import shown


def shown_property(value, key):
    item = get_property(value, key)
    if item is None:
        if type(value) is Obj and key in value:
            return "null"
        if type(value) is list and type(key) is int and 0 <= key < len(value):
            return "null"
    return shown(item, "any")
