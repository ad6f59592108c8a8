# values.join(separator): what is missing is no text.
from tsmp.text import text


def array_join(values, separator=None):
    parts = ["" if value is None or getattr(value, "__kind__", None) == "null" else text(value) for value in values]
    return ("," if separator is None else separator).join(parts)
