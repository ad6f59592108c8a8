# values.sort(...) where the comparison is that of a key: stable, and `key` is called once per element.
from tsmp.sort_values import sort_values


def sort_by(values, key, reverse=False):
    items = values[::-1] if reverse else values[:]
    keys = [key(item) for item in items]
    n = len(items)
    if _are_short(keys, n):
        # The place in the low digits keeps equal keys in order.
        order = sort_values([keys[i] * n + i for i in range(n)], reverse)
        values[:] = [items[i % n] for i in order]
    else:
        order = sort_values([(keys[i], i) for i in range(n)], reverse)
        values[:] = [items[i] for _, i in order]
    return values


def _are_short(keys, n):
    try:
        if type(sum(keys)) is not int:
            return False
    except TypeError:
        return False
    limit = 0x3FFFFFFF // (n or 1)
    return not n or -limit < min(keys) and max(keys) < limit
