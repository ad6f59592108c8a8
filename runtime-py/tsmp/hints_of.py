# What the Nones in an object's properties stand for, as a function of the property's name.
#
# A class of the program says so itself; for a record all values have one hint; `none` may be a dict
# where the type that the object was shown as knows better.
from tsmp.Obj import Obj


def hints_of(value, none):
    if type(value) is dict or type(value) is Obj:
        return lambda key: none.get(key, "") if type(none) is dict else none
    own = getattr(value, "__hints__", None)
    if type(none) is dict:
        return lambda key: none.get(key) or own and own.get(key) or ""
    return lambda key: own and own.get(key) or ""
