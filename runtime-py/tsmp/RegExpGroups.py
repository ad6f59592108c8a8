# The named groups of a match: an object without prototype, as Node shows it.
from tsmp.Obj import Obj


class RegExpGroups(Obj):
    __plain__ = False
    __label__ = "[Object: null prototype]"
