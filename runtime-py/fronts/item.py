# Ints inside of the list.
def item(values, i):
    global item
    if type(i) is int and 0 <= i < len(values):
        return values[i]
    from tsmp.item import item

    return item(values, i)
