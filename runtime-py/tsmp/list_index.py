# values.indexOf(value, start) where Python's == is JavaScript's ===.
def list_index(values, value, start=0):
    try:
        return values.index(value, start or 0)
    except ValueError:
        return -1
