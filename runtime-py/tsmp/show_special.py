# What an Inspector shows for values that are neither plain data nor objects of the program.
from tsmp.class_name import class_name
from tsmp.error_heading import error_heading

_function = type(lambda: 0)
_method = type([].append)


def show_special(inspector, value, none, level):
    kind = type(value)
    if isinstance(value, list) and not hasattr(value, "_shown"):
        name = kind.__name__
        return inspector.array(value, "%s(%d) " % (name, len(value)), name, none, level)
    if isinstance(value, BaseException):
        return _error(inspector, value, none, level)
    if kind is type:
        return _class(inspector, value, none, level)
    special = getattr(value, "__kind__", None)
    if special == "Map" or special == "Set":
        return _collection(inspector, value, special, none, level)
    if special == "Date":
        return value.toISOString() if value.getTime() == value.getTime() else "Invalid Date"
    if special:
        return value._shown(inspector, none, level)
    if kind is bytearray:
        return inspector.array(value, "Uint8Array(%d) " % len(value), "Uint8Array", none, level)
    if kind is memoryview and (not value or len(bytes(value[:1])) == 1):
        return inspector.array(value, "Uint8Array(%d) " % len(value), "Uint8Array", none, level)
    if callable(value):
        return _function_text(value)
    if kind.__name__ == "array":
        name = _ARRAYS[str(value)[7]]
        return inspector.array(value, "%s(%d) " % (name, len(value)), name, none, level)
    if kind.__name__ == "generator":
        return "Object [Generator] {}"
    return str(value)


_ARRAYS = {
    "b": "Int8Array",
    "B": "Uint8Array",
    "h": "Int16Array",
    "H": "Uint16Array",
    "i": "Int32Array",
    "I": "Uint32Array",
    "l": "Int32Array",
    "L": "Uint32Array",
    "q": "BigInt64Array",
    "Q": "BigUint64Array",
    "f": "Float32Array",
    "d": "Float64Array",
}


def _error(inspector, error, none, level):
    base = "[" + error_heading(error) + "]"
    extra = []
    cause = getattr(error, "cause", None)
    if cause is not None:
        extra.append(("[cause]", cause, none))
    errors = getattr(error, "errors", None)
    if errors is not None:
        extra.append(("[errors]", errors, none))
    return inspector.object(error, none, level, base, extra)


def _class(inspector, value, none, level):
    base = "[class " + _label(value)
    for parent in value.__bases__:
        if parent is not object:
            base += " extends " + _label(parent)
    base += "]"
    names = value.__dict__.get("__statics__")
    if not names:
        return base
    if level > inspector.depth:
        return "[Function: " + _label(value) + "]"
    inspector.enter(value, level)
    entries = [name + ": " + inspector.show(getattr(value, name), none, level + 1) for name in names]
    return inspector.leave(value, entries, "{", "}", level, True, base)


def _label(value):
    return getattr(value, "__label__", None) or value.__name__


def _function_text(value):
    name = getattr(value, "__name__", "")
    return "[Function: %s]" % name if name and name[0] != "<" else "[Function (anonymous)]"


def _collection(inspector, value, kind, none, level):
    name = type(value).__name__
    prefix = "%s(%d) {" % (name, len(value))
    if not len(value):
        return prefix + "}"
    if level > inspector.depth:
        return "[" + name + "]"
    of_key, of_value = none if type(none) is tuple else (none, none)
    inspector.enter(value, level)
    entries = []
    more = len(value) - 100
    for key, item in value.entries():
        if len(entries) == 100:
            break
        text = inspector.show(key, of_key, level + 1)
        if kind == "Map":
            text += " => " + inspector.show(item, of_value, level + 1)
        entries.append(text)
    if more > 0:
        entries.append("... %d more item%s" % (more, "s" if more > 1 else ""))
    return inspector.leave(value, entries, prefix, "}", level, True)
