# JavaScript's ReferenceError.
class ReferenceError(Exception):
    name = "ReferenceError"
