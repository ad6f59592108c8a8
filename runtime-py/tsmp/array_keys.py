# values.keys() of an array that may change meanwhile.
def array_keys(values):
    i = 0
    while i < len(values):
        yield i
        i += 1
