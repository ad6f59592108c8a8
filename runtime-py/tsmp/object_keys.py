# Object.keys: the names of the own properties in JavaScript's order, those that look like an index first.
def object_keys(value):
    if value is None or getattr(value, "__kind__", None) == "null":
        raise TypeError("Cannot convert undefined or null to object")
    if isinstance(value, (list, tuple, str)):
        return [str(i) for i in range(len(value))]
    keys = list(value if type(value) is dict else getattr(value, "__keys__", ()))
    for key in keys:
        if key and "0" <= key[0] <= "9":
            return _sorted(keys)
    return keys


def _sorted(keys):
    indices = [int(key) for key in keys if _is_index(key)]
    indices.sort()
    return [str(index) for index in indices] + [key for key in keys if not _is_index(key)]


def _is_index(key):
    if not key or len(key) > 10 or key[0] == "0" and key != "0":
        return False
    for c in key:
        if not "0" <= c <= "9":
            return False
    return int(key) < 0xFFFFFFFF
