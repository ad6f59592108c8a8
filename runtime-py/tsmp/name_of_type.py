# The name that a class has in JavaScript.
import builtins

_NAMES = {
    "object": "Object",
    "str": "String",
    "float": "Number",
    "bool": "Boolean",
    "list": "Array",
    "bytearray": "Uint8Array",
    "Exception": "Error",
    "AttributeError": "TypeError",
    "IndexError": "RangeError",
    "NameError": "ReferenceError",
}


def name_of_type(kind):
    name = kind.__name__
    if getattr(builtins, name, None) is kind:
        return _NAMES.get(name, name)
    return "Function" if name == "function" else getattr(kind, "__label__", "") or name
