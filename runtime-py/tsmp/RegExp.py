# JavaScript's RegExp over a pattern that was compiled while building: see match_pattern.
# `lead` is what every match begins with: a text, (characters, negated), "" for the begin of the text, or None.
# `ends` counts the ends of groups, `slots` those and the counters of loops.
from tsmp.match_pattern import match_pattern
from tsmp.RegExpMatch import RegExpMatch


class RegExp:
    __kind__ = "RegExp"

    def __init__(self, source, flags, lead, steps, ends, slots, names=(), is_same=None):
        self.source = source
        self.flags = flags
        self.lastIndex = 0
        self._lead = lead
        self._steps = steps
        self._ends = ends
        self._slots = slots
        self._names = names
        self._is_same = is_same
        self._moves = "g" in flags or "y" in flags

    # Begin and end of the first match from a place on and of its groups; None where there is none.
    def find(self, text, at=0, sticky=False):
        lead = self._lead
        n = len(text)
        slots = [None] * self._slots
        if lead == "":
            sticky = True
        while at <= n:
            if lead and not sticky:
                if type(lead) is str:
                    at = text.find(lead, at)
                    if at < 0:
                        return None
                else:
                    characters, negated = lead
                    while at < n and (text[at] in characters) is negated:
                        at += 1
            end = match_pattern(self._steps, 0, text, at, slots, self._is_same)
            if end >= 0:
                slots[0] = at
                slots[1] = end
                return slots[: self._ends]
            if sticky:
                return None
            at += 1
        return None

    # The same from lastIndex on, which moves on for the flags g and y.
    def advance(self, text):
        at = 0
        if self._moves:
            at = max(0, int(self.lastIndex))
            if at > len(text):
                self.lastIndex = 0
                return None
        ends = self.find(text, at, "y" in self.flags)
        if self._moves:
            self.lastIndex = ends[1] if ends else 0
        return ends

    def test(self, text):
        return self.advance(text) is not None

    def exec(self, text):
        ends = self.advance(text)
        return ends and RegExpMatch(text, ends, self._names, "d" in self.flags)

    def toString(self):
        return "/" + self.source + "/" + self.flags

    def _shown(self, _inspector, _none, _level):
        return self.toString()
