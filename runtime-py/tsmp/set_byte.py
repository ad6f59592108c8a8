# array[i] = value of a typed array: outside of it nothing happens, a fraction is cut off where it holds integers.
def set_byte(array, i, value):
    if 0 <= i < len(array):
        try:
            array[int(i)] = value
        except TypeError:
            array[int(i)] = int(value) if value - value == 0 else 0
