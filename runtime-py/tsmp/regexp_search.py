# text.search(pattern): where the first match begins, or -1.
def regexp_search(text, pattern):
    ends = pattern.find(text, 0, "y" in pattern.flags)
    return ends[0] if ends else -1
