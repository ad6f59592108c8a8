# The exception to raise for `throw value`.
from tsmp.Thrown import Thrown


def to_exception(value):
    return value if isinstance(value, BaseException) else Thrown(value)
