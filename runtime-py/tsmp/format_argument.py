# The text of one argument of console.log for %s, %d, %i, %f, %j, %o, %O or %c.
from tsmp.inspect import inspect
from tsmp.shown_number import shown_number
from tsmp.text import text


def format_argument(kind, value, none=""):
    if kind == "c":
        return ""
    if kind == "s":
        return _as_text(value, none)
    if kind == "j":
        from tsmp.json_stringify import json_stringify

        return json_stringify(value, none) or "undefined"
    if kind == "o" or kind == "O":
        return inspect(value, none, 4 if kind == "o" else 2)
    own = none[0] if type(none) is tuple else none
    if type(value) is int and "bigint" in own:
        return str(value) + "n"
    if kind == "d":
        from tsmp.to_number import to_number

        return shown_number(to_number(value, own))
    if kind == "i":
        from tsmp.parse_int import parse_int

        return shown_number(parse_int(text(value, none)))
    from tsmp.parse_float import parse_float

    return shown_number(parse_float(text(value, none)))


def _as_text(value, none):
    kind = type(value)
    if kind is str:
        return value
    if kind is int or kind is float:
        return inspect(value, none)
    if value is None or kind is bool or getattr(value, "toString", None) is not None:
        return text(value, none)
    return inspect(value, none, 0)
