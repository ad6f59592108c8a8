# Short lists: the places keep equal keys in order.
def sort_by(values, key, reverse=False):
    global sort_by
    if len(values) < 64:
        items = values[::-1] if reverse else values[:]
        places = sorted([(key(item), i) for i, item in enumerate(items)], reverse=reverse)
        values[:] = [items[i] for _, i in places]
        return values
    from tsmp.sort_by import sort_by

    return sort_by(values, key, reverse)
