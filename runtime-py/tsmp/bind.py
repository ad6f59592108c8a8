# f.bind(undefined, ...first)
def bind(f, *first):
    return lambda *rest: f(*first, *rest)
