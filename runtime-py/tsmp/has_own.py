# Object.hasOwn: has the object itself a property of this name?
def has_own(value, key):
    if value is None:
        raise TypeError("Cannot convert undefined or null to object")
    if type(value) is dict:
        return key in value
    keys = getattr(value, "__keys__", None)
    if keys is not None:
        return key in keys
    if isinstance(value, (list, tuple, str)):
        if key == "length" or key.isdigit():
            return key == "length" or int(key) < len(value)
        return key in getattr(value, "__dict__", ())
    return False
