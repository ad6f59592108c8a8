# The `name` of an error: its own, or that of its class as JavaScript calls it.
_NAMES = {"Exception": "Error", "AttributeError": "TypeError", "IndexError": "RangeError"}


def error_name(error):
    name = getattr(error, "name", None)
    if name is not None:
        return name
    name = type(error).__name__
    return _NAMES.get(name, name)
