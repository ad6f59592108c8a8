# values.concat(...items), where an item may be an array or not.
def array_concat(values, *items):
    result = values[:]
    for item in items:
        if isinstance(item, list):
            result += item
        else:
            result.append(item)
    return result
