# array.set(source, offset) of a typed array.
from tsmp.RangeError import RangeError
from tsmp.set_byte import set_byte


def typed_set(array, source, offset=0):
    source = list(source)
    if offset < 0 or offset + len(source) > len(array):
        raise RangeError("offset is out of bounds")
    for i, value in enumerate(source):
        set_byte(array, offset + i, value)
