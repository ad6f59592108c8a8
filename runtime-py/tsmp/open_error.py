# The class for errors that get properties: Python's own exceptions take none, classes made from them do.
import builtins

_classes = {}
_NAMES = {"Exception": "Error", "NameError": "ReferenceError"}


def open_error(error_class):
    name = error_class.__name__
    if getattr(builtins, name, None) is not error_class:
        return error_class
    if name not in _classes:
        _classes[name] = type(_NAMES.get(name, name), (error_class,), {"__keys__": ()})
    return _classes[name]
