# The element that reduce starts with where no value is given: the first (0) or the last (-1).
def reduce_start(values, i):
    if not values:
        raise TypeError("Reduce of empty array with no initial value")
    return values[i]
