# What exec and match give: the texts of the match and its groups, with `index`, `input` and `groups`.
class RegExpMatch(list):
    __kind__ = "RegExpMatch"

    def __init__(self, text, ends, names, with_indices):
        super().__init__(
            [
                None if ends[i + 1] is None else text[ends[i] : ends[i + 1]]
                for i in range(0, len(ends), 2)
            ]
        )
        self.index = ends[0]
        self.input = text
        self.groups = None
        if names:
            from tsmp.RegExpGroups import RegExpGroups

            self.groups = RegExpGroups([(name, self[i]) for name, i in names])
        if with_indices:
            from tsmp.RegExpIndices import RegExpIndices

            self.indices = RegExpIndices(ends, names)

    def _shown(self, inspector, none, level):
        own = [("index", self.index), ("input", self.input), ("groups", self.groups)]
        if hasattr(self, "indices"):
            own.append(("indices", self.indices))
        return inspector.array(self, "", "Array", none, level, own)
