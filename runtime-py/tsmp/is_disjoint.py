# a.isDisjointFrom(b)
def is_disjoint(a, b):
    return not any([b.has(value) for value in a])
