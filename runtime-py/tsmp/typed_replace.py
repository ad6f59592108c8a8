# Gives the elements of a typed array new values, as many as it has.
def typed_replace(array, values):
    for i, value in enumerate(values):
        array[i] = value
    return array
