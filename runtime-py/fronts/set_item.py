# Ints inside of the list, and the place after its last item.
def set_item(values, i, value):
    global set_item
    if i == len(values):
        values.append(value)
    elif type(i) is int and 0 <= i < len(values):
        values[i] = value
    else:
        from tsmp.set_item import set_item

        set_item(values, i, value)
