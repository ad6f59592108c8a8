# values[i] = value: past the end the list grows.
from tsmp.whole_index import whole_index


def set_item(values, i, value):
    if type(i) is not int:
        i = whole_index(i)
    if i < 0:
        raise IndexError("index %d is negative" % i)
    n = len(values)
    if i < n:
        values[i] = value
    else:
        if i > n:
            values.extend([None] * (i - n))
        values.append(value)
