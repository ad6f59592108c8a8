# Whether two values are the same, and whether they are built alike.


def identical(a, b):
    # `is` for objects; numbers by value, so that NaN is itself and True is not 1.
    if a is b:
        return True
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return a == b or a != a and b != b
    return type(a) is str and a == b


def alike(a, b):
    return _alike(a, b, [])


def _alike(a, b, around):
    if identical(a, b):
        return True
    for x, y in around:
        if x is a and y is b:
            return True
    around.append((a, b))
    try:
        kind = getattr(a, "__kind__", None)
        if kind in _compared and getattr(b, "__kind__", None) == kind:
            return _compared[kind](a, b, around)
        return _same_items(a, b, around) if _has_items(a) else _same_fields(a, b, around)
    finally:
        around.pop()


# Has an object at least the fields of another? Lists are as long.
def includes(a, b):
    fields = None if _has_items(b) else _fields(b)
    if fields is None:
        if not isinstance(b, (list, tuple)):
            return alike(a, b)
        return _has_items(a) and len(a) == len(b) and all([includes(x, y) for x, y in zip(a, b)])
    own = _fields(a)
    return own is not None and all([name in own and includes(own[name], fields[name]) for name in fields])


# `path` is a key, keys with points between, or a list of keys. Nothing, or the value in a list.
def property_of(value, path):
    for key in path.split(".") if type(path) is str else path:
        if isinstance(value, (list, tuple, str)):
            if key == "length":
                value = len(value)
                continue
            i = int(key) if str(key).isdigit() else -1
            if not 0 <= i < len(value):
                return []
            value = value[i]
        elif isinstance(value, dict):
            if key not in value:
                return []
            value = value[key]
        elif hasattr(value, key):
            value = getattr(value, key)
        else:
            return []
    return [value]


def _same_maps(a, b, around):
    if len(a) != len(b):
        return False
    return all([b.has(key) and _alike(value, b.get(key), around) for key, value in a.entries()])


def _same_sets(a, b, around):
    if len(a) != len(b):
        return False
    others = list(b.values())
    return all([b.has(one) or any([_alike(one, other, around) for other in others]) for one in a.values()])


_compared = {
    "Date": lambda a, b, around: identical(a.getTime(), b.getTime()),
    "Map": _same_maps,
    "Set": _same_sets,
}


def _has_items(value):
    # Also bytes and arrays: whatever has a length and no keys.
    return hasattr(value, "__len__") and not hasattr(value, "keys") or isinstance(value, _sequences)


_sequences = (list, tuple, bytes, bytearray)


def _same_items(a, b, around):
    if not _has_items(b) or len(a) != len(b):
        return False
    if isinstance(a, (set, frozenset)):
        return a == b
    return all([_alike(x, y, around) for x, y in zip(a, b)])


def _same_fields(a, b, around):
    a = _fields(a)
    b = _fields(b)
    if a is None or b is None or len(a) != len(b):
        return False
    for name in a:
        if name not in b or not _alike(a[name], b[name], around):
            return False
    return True


def _fields(value):
    if isinstance(value, dict):
        return value
    # A number, a text or a function has no fields of its own.
    return None if isinstance(value, (int, float, str)) else getattr(value, "__dict__", None)
