# a.isSubsetOf(b)
def is_subset(a, b):
    return all([b.has(value) for value in a])
