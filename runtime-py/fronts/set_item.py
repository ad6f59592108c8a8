# Ints inside of the list, and the place after its last item.
def set_item(values, i, value):
    global set_item
    n = len(values)
    if i == n:
        values.append(value)
    elif type(i) is int and 0 <= i < n:
        values[i] = value
    else:
        from tsmp.set_item import set_item

        set_item(values, i, value)
