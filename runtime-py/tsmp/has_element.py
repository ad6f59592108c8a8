# `key in values` of an array that may have holes; they are None.
from tsmp.has_property import has_property


def has_element(values, key):
    return has_property(values, key) and (key == "length" or values[int(key)] is not None)
