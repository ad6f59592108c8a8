# Number(x) of a value of unknown type; `none` says what a None stands for.
from tsmp.text import text
from tsmp.text_to_number import text_to_number


def to_number(x, none="undefined"):
    kind = type(x)
    if kind is int or kind is float:
        return x
    if kind is bool:
        return 1 if x else 0
    if x is None:
        return 0 if "null" in none else float("nan")
    if kind is not str:
        if hasattr(x, "to_primitive_"):
            return to_number(x.to_primitive_("number"))
        if hasattr(x, "valueOf"):
            return to_number(x.valueOf())
        x = text(x)
    return text_to_number(x)
