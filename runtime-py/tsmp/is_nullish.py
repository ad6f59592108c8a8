# value == null, in programs where null is an object.
from tsmp.null import null


def is_nullish(value):
    return value is None or value is null
