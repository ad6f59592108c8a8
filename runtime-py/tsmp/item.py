# values[i] where i may be negative, no whole number or too large: it raises, and never counts from the end.
def item(values, i):
    if type(i) is not int:
        if i != int(i):
            raise IndexError("index is no whole number")
        i = int(i)
    if i < 0:
        raise IndexError("index out of range")
    return values[i]
