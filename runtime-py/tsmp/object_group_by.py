# Object.groupBy
from tsmp.Obj import Obj
from tsmp.text import text


def object_group_by(items, f, arity=1):
    groups = Obj()
    for index, item in enumerate(items):
        key = text(f(item) if arity == 1 else f(item, index))
        if key in groups:
            groups[key].append(item)
        else:
            groups[key] = [item]
    return groups
