# null, in programs that tell it from undefined, which is None.
class Null:
    __kind__ = "null"

    def __bool__(self):
        return False

    def toString(self):
        return "null"

    def valueOf(self):
        return 0

    def _shown(self, inspector, none, level):
        return "null"

    def __getattr__(self, name):
        # What helpers ask any value for
        if name[0] == "_" or name[-1] == "_" or name in ("then", "toJSON"):
            raise AttributeError(name)
        raise TypeError("Cannot read properties of null (reading '" + name + "')")


null = Null()
