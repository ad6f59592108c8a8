# a.isSupersetOf(b)
def is_superset(a, b):
    return all([a.has(value) for value in b])
