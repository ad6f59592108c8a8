# JavaScript's SuppressedError: an error of a clean-up, and the one that was on its way.
class SuppressedError(Exception):
    name = "SuppressedError"

    def __init__(self, error, suppressed, message=""):
        super().__init__(message)
        self.error = error
        self.suppressed = suppressed
