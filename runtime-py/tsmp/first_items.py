# What `[a, b] = values` takes: at most n items. An iterator that has more is ended, as JavaScript does.
from tsmp.close_iterator import close_iterator


def first_items(values, n):
    it = iter(values)
    items = []
    while len(items) < n:
        try:
            items.append(next(it))
        except StopIteration:
            return items
    close_iterator(it)
    return items
