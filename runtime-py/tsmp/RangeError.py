# JavaScript's RangeError.
class RangeError(Exception):
    pass
