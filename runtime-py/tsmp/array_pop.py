# values.pop() and values.shift(), which is at 0: None where the list is empty.
def array_pop(values, i=-1):
    return values.pop(i) if values else None
