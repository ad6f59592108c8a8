# What stands for a key in a dict, so that two keys are one exactly when JavaScript's SameValueZero says so.
_nan = ("nan",)
_true = ("true",)
_false = ("false",)


def map_key(k):
    kind = type(k)
    if kind is int or kind is str or k is None or kind is bytes:
        return k
    if kind is float:
        return k if k == k else _nan
    if kind is bool:
        return _true if k else _false
    return ("id", id(k))
