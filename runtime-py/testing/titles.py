# The name of a test of a table: %s and its kin are the values of the row, $name is a field, %# the number.
from testing.shown import shown


def title_of(name, row, number):
    values = list(row) if isinstance(row, (list, tuple)) else [row]
    parts = name.split("%%")
    return "%".join([_filled(_named(part, row), values, number) for part in parts])


def _filled(text, values, number):
    parts = text.split("%")
    title = parts[0]
    for part in parts[1:]:
        kind = part[:1]
        if kind == "#":
            title += str(number) + part[1:]
        elif kind and kind in "sdifjop" and values:
            value = values.pop(0)
            title += (value if kind == "s" and type(value) is str else shown(value)) + part[1:]
        else:
            title += "%" + part
    return title


def _named(text, row):
    fields = row if isinstance(row, dict) else getattr(row, "__dict__", None)
    if not fields or "$" not in text:
        return text
    for key in sorted(fields, key=len, reverse=True):
        text = text.replace("$" + key, shown(fields[key]))
    return text
