# values[i] = value where a gap could not be told from the elements: the list grows by one at most.
from tsmp.set_item import set_item


def set_next_item(values, i, value):
    if i > len(values):
        raise IndexError("index %d leaves a gap" % i)
    set_item(values, i, value)
