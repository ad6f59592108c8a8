# JavaScript's AggregateError: several errors in one.
class AggregateError(Exception):
    name = "AggregateError"

    def __init__(self, errors, message=""):
        super().__init__(message)
        self.errors = list(errors)
