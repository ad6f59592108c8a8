# Map.groupBy(items, f)
from tsmp.Map import Map


def map_group_by(items, f):
    groups = Map()
    index = 0
    for item in items:
        key = f(item, index)
        group = groups.get(key)
        if group is None:
            groups.set(key, [item])
        else:
            group.append(item)
        index += 1
    return groups
