# What + takes of an object: a number where it has valueOf, otherwise its text.
from tsmp.text import text


def to_primitive(value, none="undefined"):
    if type(value) in (str, int, float, bool, type(None)):
        return value
    if getattr(value, "__kind__", None) == "null":
        return value
    own = getattr(value, "to_primitive_", None)
    if own is not None:
        return own("default")
    if hasattr(value, "valueOf") and getattr(value, "__kind__", None) != "Date":
        primitive = value.valueOf()
        if type(primitive) in (str, int, float, bool, type(None)):
            return primitive
    return text(value, none)
