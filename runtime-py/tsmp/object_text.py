# String(value) of an object: its own toString, or what JavaScript's is.
from tsmp.error_text import error_text


def object_text(value, none):
    from tsmp.text import text

    if hasattr(value, "to_primitive_"):
        return text(value.to_primitive_("string"))
    if hasattr(value, "toString"):
        return value.toString()
    if isinstance(value, (list, tuple, bytearray)) or type(value).__name__ == "array":
        return ",".join(["" if item is None or getattr(item, "__kind__", None) == "null" else text(item, none) for item in value])
    if isinstance(value, BaseException):
        return error_text(value)
    return "[object " + (getattr(value, "__tag__", None) or getattr(value, "__kind__", None) or "Object") + "]"
