# new Error(message, { cause }).
from tsmp.open_error import open_error


def with_cause(error_class, message="", cause=None):
    error = open_error(error_class)(message)
    error.cause = cause
    return error
