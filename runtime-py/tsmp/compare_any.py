# Is a less than b, of values whose types are not known? Negative, 0, positive, or NaN where neither is true.
from tsmp.to_number import to_number
from tsmp.to_primitive import to_primitive


def compare_any(a, b):
    a = _primitive(a)
    b = _primitive(b)
    if type(a) is not str or type(b) is not str:
        a = to_number(a)
        b = to_number(b)
    if a < b:
        return -1
    return 0 if a == b else 1 if a > b else float("nan")


def _primitive(value):
    if hasattr(value, "to_primitive_"):
        return value.to_primitive_("number")
    return value.getTime() if getattr(value, "__kind__", None) == "Date" else to_primitive(value)
