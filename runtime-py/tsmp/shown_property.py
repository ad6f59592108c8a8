# What console.log shows for object[key] of an object of unknown type: null for a None that is there, unless `none` says what it is.
from tsmp.Obj import Obj
from tsmp.get_property import get_property
from tsmp.hints_of import hints_of
from tsmp.shown import shown


def shown_property(value, key, none=None):
    item = get_property(value, key)
    if none:
        return shown(item, none)
    if type(value) is Obj:
        return shown(item, "null any" if key in value else "any")
    if type(value) is list:
        is_there = type(key) is int and 0 <= key < len(value)
        return shown(item, "null any" if is_there else "any")
    return shown(item, hints_of(value, "any")(key) or "any")
