# What JSON.parse gives, in programs where null is an object.
from tsmp.Obj import Obj
from tsmp.null import null


def json_nulls(value):
    if value is None:
        return null
    if type(value) is list:
        for i, item in enumerate(value):
            value[i] = json_nulls(item)
    elif type(value) is Obj or type(value) is dict:
        for key in list(value):
            value[key] = json_nulls(value[key])
    return value
