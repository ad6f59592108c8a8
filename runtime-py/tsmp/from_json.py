# What Python's own json module gives, as an object of the program: see Obj.
from tsmp.Obj import Obj


def from_json(value):
    if type(value) is list:
        return [from_json(item) for item in value]
    if type(value) is dict:
        return Obj([(key, from_json(item)) for key, item in value.items()])
    return value
