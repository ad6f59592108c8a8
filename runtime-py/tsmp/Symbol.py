# A symbol: a value unlike any other.
class Symbol:
    __kind__ = "Symbol"
    _known = {}

    def __init__(self, description=None):
        self.description = description

    @staticmethod
    def for_(key):
        if key not in Symbol._known:
            Symbol._known[key] = Symbol(key)
        return Symbol._known[key]

    @staticmethod
    def keyFor(symbol):
        return symbol.description if Symbol._known.get(symbol.description) is symbol else None

    def toString(self):
        return "Symbol(%s)" % (self.description or "")

    def _shown(self, inspector, none, level):
        return self.toString()
