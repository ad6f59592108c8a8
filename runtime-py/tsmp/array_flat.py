# values.flat(depth)
def array_flat(values, depth=1):
    if depth is None:
        depth = 1
    result = []
    for value in values:
        if depth >= 1 and isinstance(value, list):
            result += array_flat(value, depth - 1)
        else:
            result.append(value)
    return result
