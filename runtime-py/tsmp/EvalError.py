# JavaScript's EvalError.
class EvalError(Exception):
    name = "EvalError"
