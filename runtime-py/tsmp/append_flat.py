# One result of flatMap: a list is added element by element.
def append_flat(values, value):
    if isinstance(value, list):
        values.extend(value)
    else:
        values.append(value)
