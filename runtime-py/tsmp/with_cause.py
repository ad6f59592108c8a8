# new Error(message, { cause }): Python's own exceptions take no attributes, classes made from them do.
import builtins

_classes = {}
_NAMES = {"Exception": "Error", "NameError": "ReferenceError"}


def with_cause(error_class, message="", cause=None):
    name = error_class.__name__
    if getattr(builtins, name, None) is error_class:
        if name not in _classes:
            _classes[name] = type(_NAMES.get(name, name), (error_class,), {})
        error_class = _classes[name]
    error = error_class(message)
    error.cause = cause
    return error
