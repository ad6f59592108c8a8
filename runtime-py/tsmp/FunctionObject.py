# A function that has properties of its own.
class FunctionObject:
    __kind__ = "Function"

    def __init__(self, function):
        object.__setattr__(self, "_function", function)
        object.__setattr__(self, "__keys__", [])

    def __call__(self, *args):
        return self._function(*args)

    def __setattr__(self, name, value):
        if name not in self.__keys__:
            self.__keys__.append(name)
        object.__setattr__(self, name, value)

    def __getattr__(self, name):
        if name[0] == "_" or name in ("toString", "valueOf", "toJSON"):
            raise AttributeError(name)

    def _shown(self, inspector, none, level):
        base = inspector.show(self._function, "", level)
        return inspector.object(self, none, level, base) if self.__keys__ else base
