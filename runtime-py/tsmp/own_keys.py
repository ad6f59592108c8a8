# The names of an object's own properties in JavaScript's order: those that look like an index first.
def own_keys(value):
    keys = list(value if type(value) is dict else getattr(value, "_keys", ()))
    for key in keys:
        if key and "0" <= key[0] <= "9":
            return _sorted(keys)
    return keys


def _sorted(keys):
    indices = []
    names = []
    for key in keys:
        if _is_index(key):
            indices.append(int(key))
        else:
            names.append(key)
    indices.sort()
    return [str(index) for index in indices] + names


def _is_index(key):
    if not key or len(key) > 10 or key[0] == "0" and key != "0":
        return False
    for c in key:
        if not "0" <= c <= "9":
            return False
    return int(key) < 0xFFFFFFFF
