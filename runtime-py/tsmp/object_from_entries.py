# Object.fromEntries
from tsmp.Obj import Obj
from tsmp.text import text


def object_from_entries(entries):
    return Obj([(text(key), value) for key, value in entries])
