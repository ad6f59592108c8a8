# Object.isFrozen
from tsmp.freeze import frozen


def is_frozen(value):
    if value is None or isinstance(value, (str, int, float, bool)):
        return True
    return frozen.get(id(value)) is value
