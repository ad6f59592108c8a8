# Where a match and its groups begin and end, as the flag d gives it.
class RegExpIndices(list):
    __kind__ = "RegExpIndices"

    def __init__(self, ends, names):
        super().__init__(
            [
                None if ends[i + 1] is None else [ends[i], ends[i + 1]]
                for i in range(0, len(ends), 2)
            ]
        )
        self.groups = None
        if names:
            from tsmp.RegExpGroups import RegExpGroups

            self.groups = RegExpGroups([(name, self[i]) for name, i in names])

    def _shown(self, inspector, none, level):
        return inspector.array(self, "", "Array", none, level, [("groups", self.groups)])
