# An object whose properties are only known at run time: a record, the result of JSON.parse.
# They are read by key and by name; their order is kept.
from tsmp.object_keys import object_keys


class Obj:
    __plain__ = True

    def __init__(self, entries=()):
        object.__setattr__(self, "__data__", {})
        object.__setattr__(self, "__keys__", [])
        for key, value in entries:
            self[key] = value

    def get(self, key):
        return self.__data__.get(key)

    def __getitem__(self, key):
        return self.__data__[key]

    def __setitem__(self, key, value):
        data = self.__data__
        if key not in data:
            self.__keys__.append(key)
        data[key] = value

    def __delitem__(self, key):
        if key in self.__data__:
            del self.__data__[key]
            self.__keys__.remove(key)

    def __contains__(self, key):
        return key in self.__data__

    def __len__(self):
        return len(self.__data__)

    def __iter__(self):
        return iter(object_keys(self))

    def __getattr__(self, name):
        return self.__data__.get(name)

    def __setattr__(self, name, value):
        self[name] = value
