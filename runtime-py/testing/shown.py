# A value as a failed test shows it: as TypeScript writes it.
from tsmp.number_text import number_text


def shown(value, depth=3):
    if value is None:
        return "undefined"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return number_text(value)
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(value, type):
        return value.__name__
    if depth == 0:
        return "..."
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join([shown(one, depth - 1) for one in value]) + "]"
    if isinstance(value, dict):
        return _fields("", value, depth)
    fields = getattr(value, "__dict__", None)
    return str(value) if fields is None else _fields(type(value).__name__ + " ", fields, depth)


def _fields(name, fields, depth):
    parts = ["%s: %s" % (key, shown(fields[key], depth - 1)) for key in fields]
    return name + ("{ " + ", ".join(parts) + " }" if parts else "{}")
