# The ends of all matches of a pattern, from the begin of the text on, as the flag g has it.
def regexp_all(text, pattern):
    pattern.lastIndex = 0
    sticky = "y" in pattern.flags
    found = []
    at = 0
    while True:
        ends = pattern.find(text, at, sticky)
        if ends is None:
            return found
        found.append(ends)
        at = ends[1] if ends[1] > ends[0] else ends[1] + 1
