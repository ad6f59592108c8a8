# array[i] = value of a typed array: outside of it nothing happens, a fraction is cut off.
def set_byte(values, i, value):
    if 0 <= i < len(values):
        values[int(i)] = value if type(value) is int else int(value) if value - value == 0 else 0
