# value.constructor.name
import builtins
from tsmp.class_name import class_name

_NAMES = {
    "str": "String",
    "int": "Number",
    "float": "Number",
    "bool": "Boolean",
    "list": "Array",
    "tuple": "Array",
    "dict": "Object",
    "Obj": "Object",
    "bytearray": "Uint8Array",
    "function": "Function",
    "Exception": "Error",
    "AttributeError": "TypeError",
    "IndexError": "RangeError",
    "NameError": "ReferenceError",
}


def name_of_class(value):
    if value is None:
        raise TypeError("Cannot read properties of undefined (reading 'constructor')")
    name = type(value).__name__
    is_own = getattr(builtins, name, None) is not type(value)
    if is_own and name != "function" and name != "Obj":
        return class_name(value) or "Object"
    return _NAMES.get(name, name)
