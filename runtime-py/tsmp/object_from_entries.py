# Object.fromEntries, into a new Obj or the empty dict that is given.
from tsmp.Obj import Obj
from tsmp.text import text


def object_from_entries(entries, result=None):
    if result is None:
        result = Obj()
    for key, value in entries:
        result[key if type(key) is str else text(key)] = value
    return result
