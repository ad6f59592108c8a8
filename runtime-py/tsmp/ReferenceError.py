# JavaScript's ReferenceError.
class ReferenceError(Exception):
    pass
