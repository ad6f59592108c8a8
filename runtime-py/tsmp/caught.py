# The value that was thrown, of the exception that carried it.
from tsmp.Thrown import Thrown


def caught(error):
    return error.value if type(error) is Thrown else error
