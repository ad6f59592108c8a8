# Object.groupBy, into an empty record.
from tsmp.text import text


def object_group_by(groups, items, f):
    index = 0
    for item in items:
        key = f(item, index)
        if type(key) is not str:
            key = text(key)
        if key in groups:
            groups[key].append(item)
        else:
            groups[key] = [item]
        index += 1
    return groups
