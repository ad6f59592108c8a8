# Number(x) of a value of unknown type; `none` is what a None stands for.
from tsmp.text import text
from tsmp.text_to_number import text_to_number


def to_number(x, none="undefined"):
    kind = type(x)
    if kind is int or kind is float:
        return x
    if kind is bool:
        return 1 if x else 0
    if x is None:
        return float("nan") if none == "undefined" else 0
    if kind is not str:
        value_of = getattr(x, "valueOf", None)
        if value_of:
            return to_number(value_of())
        x = text(x)
    return text_to_number(x)
