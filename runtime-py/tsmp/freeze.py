# Object.freeze, where somebody can see that an object is frozen: the frozen objects by their ids.
frozen = {}


def freeze(value):
    if value is not None and not isinstance(value, (str, int, float, bool)):
        frozen[id(value)] = value
    return value
