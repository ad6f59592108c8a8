# The text of console.table: a line per element or property of the data.
from tsmp.inspect import inspect
from tsmp.object_keys import object_keys
from tsmp.own_property import own_property
from tsmp.shown import shown


def console_table(data, columns=None):
    kind = getattr(data, "__kind__", "")
    if not _is_object(data):
        return shown(data)
    if kind == "Map":
        heads = ["(iteration index)", "Key", "Values"]
        rows = [[str(i), _cell(key), _cell(value)] for i, (key, value) in enumerate(data.entries())]
        return _drawn(heads, rows)
    if kind == "Set":
        rows = [[str(i), _cell(value)] for i, value in enumerate(data.values())]
        return _drawn(["(iteration index)", "Values"], rows)
    is_list = isinstance(data, (list, tuple))
    keys = [str(i) for i in range(len(data))] if is_list else object_keys(data)
    items = data if is_list else [own_property(data, key) for key in keys]
    names = list(columns) if columns is not None else []
    if columns is None:
        for item in items:
            for name in object_keys(item) if _is_object(item) else ():
                if name not in names:
                    names.append(name)
    has_values = columns is None and any([not _is_object(item) for item in items])
    rows = []
    for key, item in zip(keys, items):
        is_object = _is_object(item)
        own = object_keys(item) if is_object else ()
        row = [key] + [_cell(_part(item, name)) if name in own else "" for name in names]
        rows.append(row + ["" if is_object else _cell(item)] if has_values else row)
    return _drawn(["(index)"] + names + (["Values"] if has_values else []), rows)


def _is_object(value):
    if value is None or isinstance(value, (str, int, float, bool)):
        return False
    return isinstance(value, (list, tuple)) or not callable(value)


def _part(item, name):
    return item[int(name)] if isinstance(item, (list, tuple)) else own_property(item, name)


def _cell(value):
    return inspect(value, "undefined", 0) if not _is_object(value) else inspect(value, "undefined", 1)


def _drawn(heads, rows):
    widths = [max([len(row[i]) for row in [heads] + rows]) + 2 for i in range(len(heads))]
    bars = ["─" * width for width in widths]

    def line(cells):
        return "│" + "│".join([" " + cell + " " * (width - len(cell) - 1) for cell, width in zip(cells, widths)]) + "│"

    lines = ["┌" + "┬".join(bars) + "┐", line(heads), "├" + "┼".join(bars) + "┤"]
    return "\n".join(lines + [line(row) for row in rows] + ["└" + "┴".join(bars) + "┘"])
