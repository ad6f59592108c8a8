# JavaScript's Map: entries in the order of insertion, also while it changes under an iterator.
# Each entry is a list [key, value, before, after] in a ring of which the map itself holds the first; a dict finds
# it. An entry that is taken out keeps its `before`, so that an iterator standing on it finds its way back.
from tsmp.map_key import map_key


class Map:
    __kind__ = "Map"

    def __init__(self, entries=None):
        self._clear()
        if entries is not None:
            for key, value in entries:
                self.set(key, value)

    def _clear(self):
        self._entries = {}
        self._ring = ring = [None, None, None, None]
        ring[2] = ring[3] = ring

    def __len__(self):
        return len(self._entries)

    def get(self, key):
        entry = self._entries.get(key if type(key) is str else map_key(key))
        return entry and entry[1]

    def has(self, key):
        return (key if type(key) is str else map_key(key)) in self._entries

    def set(self, key, value):
        place = key if type(key) is str else map_key(key)
        entry = self._entries.get(place)
        if entry:
            entry[1] = value
            return self
        ring = self._ring
        last = ring[2]
        if type(key) is float and not key:
            key = 0
        self._entries[place] = last[3] = ring[2] = [key, value, last, ring]
        return self

    def delete(self, key):
        entry = self._entries.pop(key if type(key) is str else map_key(key), None)
        if entry is None:
            return False
        before = entry[2]
        after = entry[3]
        before[3] = after
        after[2] = before
        entry[3] = None  # Taken out
        return True

    def clear(self):
        entry = self._ring[3]
        ring = self._ring
        while entry is not ring:
            after = entry[3]
            entry[2] = ring
            entry[3] = None
            entry = after
        ring[2] = ring[3] = ring
        self._entries.clear()

    def _walk(self):
        ring = entry = self._ring
        while True:
            while entry[3] is None:
                entry = entry[2]
            entry = entry[3]
            if entry is ring:
                return
            yield entry

    def keys(self):
        for entry in self._walk():
            yield entry[0]

    def values(self):
        for entry in self._walk():
            yield entry[1]

    def entries(self):
        for entry in self._walk():
            yield [entry[0], entry[1]]

    __iter__ = entries

    def forEach(self, f):
        for entry in self._walk():
            f(entry[1], entry[0], self)
