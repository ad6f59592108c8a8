# Is a value true in JavaScript? Empty lists and dicts are, NaN is not.
def truthy(value):
    kind = type(value)
    if kind is float:
        return value == value and value != 0
    if kind is int or kind is str or kind is bool:
        return bool(value)
    return value is not None and getattr(value, "__kind__", None) != "null"
