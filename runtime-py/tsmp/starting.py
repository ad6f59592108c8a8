# An async function for those who call it without awaiting it.
from tsmp.Promise import start


def starting(function):
    return lambda *args: start(function(*args))
