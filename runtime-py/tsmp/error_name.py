# The `name` of an error: its own, or that of its built-in class as JavaScript calls it.
import builtins

_NAMES = {
    "Exception": "Error",
    "BaseException": "Error",
    "AttributeError": "TypeError",
    "IndexError": "RangeError",
    "NameError": "ReferenceError",
}


def error_name(error):
    name = getattr(error, "name", None)
    if name is not None:
        return name
    kind = type(error)
    while getattr(builtins, kind.__name__, None) is not kind:
        kind = kind.__bases__[0]
    name = kind.__name__
    if name == "RuntimeError" and str(error) == "maximum recursion depth exceeded":
        return "RangeError"
    return _NAMES.get(name, name)
