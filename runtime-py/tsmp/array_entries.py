# values.entries(): pairs that are arrays of their own.
def array_entries(values):
    i = 0
    while i < len(values):
        yield [i, values[i]]
        i += 1
