# JavaScript's EvalError.
class EvalError(Exception):
    pass
