# The value of an own property.
def own_property(value, key):
    if type(value) is dict or getattr(value, "_keyed", False):
        return value[key]
    names = getattr(value, "_names", None)
    return getattr(value, names.get(key, key) if names else key)
