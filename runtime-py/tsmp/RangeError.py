# JavaScript's RangeError.
class RangeError(Exception):
    name = "RangeError"
