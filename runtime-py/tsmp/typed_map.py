# The values of a typed array made with a function.
def typed_map(values, f):
    return [f(v, i) for i, v in enumerate(values)]
