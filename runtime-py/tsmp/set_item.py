# values[i] = value: past the end the list grows.
def set_item(values, i, value):
    if type(i) is not int:
        if i != int(i):
            raise IndexError("index is no whole number")
        i = int(i)
    if i < 0:
        raise IndexError("index out of range")
    n = len(values)
    if i < n:
        values[i] = value
    else:
        if i > n:
            values.extend([None] * (i - n))
        values.append(value)
