# A float as an index to read or write; it must be a whole number.
def whole_index(i):
    if i - i != 0 or i != int(i):
        raise IndexError("index is no whole number")
    return int(i)
