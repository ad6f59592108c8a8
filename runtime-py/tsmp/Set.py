# JavaScript's Set: values in the order of insertion, also while it changes under an iterator.
from tsmp.Map import Map


class Set:
    __kind__ = "Set"

    def __init__(self, values=None):
        self._map = Map()
        if values is not None:
            for value in values:
                self._map.set(value, value)

    def __len__(self):
        return len(self._map)

    def has(self, value):
        return self._map.has(value)

    def add(self, value):
        self._map.set(value, value)
        return self

    def delete(self, value):
        return self._map.delete(value)

    def clear(self):
        self._map.clear()

    def values(self):
        return self._map.keys()

    keys = __iter__ = values

    def entries(self):
        for value in self._map.keys():
            yield [value, value]

    def forEach(self, f):
        for value in self._map.keys():
            f(value, value, self)
