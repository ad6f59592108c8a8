# values.includes(value, start): as indexOf, but NaN is found.
from tsmp.array_index_of import array_index_of
from tsmp.array_position import array_position


def array_includes(values, value, start=None):
    if value == value:
        return array_index_of(values, value, start) >= 0
    return any([item != item for item in values[array_position(start, len(values)) :]])
