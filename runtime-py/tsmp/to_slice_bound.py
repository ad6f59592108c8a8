# An end of a slice that may be left out: None stays None, which is Python's own default.
from tsmp.to_integer import to_integer


def to_slice_bound(x):
    return None if x is None else to_integer(x)
