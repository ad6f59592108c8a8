# What `await` takes, of a value that may be no promise.
from tsmp.Promise import Promise, is_thenable, to_thenable


def awaitable(value):
    return to_thenable(value) if is_thenable(value) else Promise.resolve(value)
