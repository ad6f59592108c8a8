# String(value) of a value of unknown type; `none` says what a None stands for.
from tsmp.number_text import number_text


def text(value, none="undefined"):
    kind = type(value)
    own, inner = none if type(none) is tuple else (none, none)
    if kind is str:
        return value
    if kind is int:
        return str(value) if "bigint" in own else number_text(value)
    if kind is float:
        return number_text(value)
    if kind is bool:
        return "true" if value else "false"
    if value is None:
        return "null" if "null" in own else "undefined"
    if kind is list:
        return ",".join(["" if item is None or getattr(item, "__kind__", None) == "null" else text(item, inner) for item in value])
    from tsmp.object_text import object_text

    return object_text(value, inner)
