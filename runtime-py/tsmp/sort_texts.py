# values.sort() without a comparison: by the elements' text, undefined last. `none` as in text().
from tsmp.sort_by import sort_by
from tsmp.text import text


def sort_texts(values, none="undefined"):
    if none == "null":
        return sort_by(values, lambda value: text(value, none))
    found = [value for value in values if value is not None]
    values[:] = sort_by(found, text) + [None] * (len(values) - len(found))
    return values
