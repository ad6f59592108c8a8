# Object.prototype.toString.call(value); `none` says what a None stands for.
_NAMES = {str: "String", bool: "Boolean", int: "Number", float: "Number", list: "Array", tuple: "Array"}


def tag_text(value, none="undefined"):
    if value is None:
        name = "Null" if "null" in none else "Undefined"
    else:
        name = _NAMES.get(type(value)) or getattr(value, "__tag__", None) or _name_of(value)
    return "[object " + name + "]"


def _name_of(value):
    if isinstance(value, list):
        return "Array"
    if isinstance(value, BaseException):
        return "Error"
    return getattr(value, "__kind__", None) or ("Function" if callable(value) else "Object")
