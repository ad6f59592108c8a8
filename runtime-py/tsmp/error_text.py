# String(error)
from tsmp.error_message import error_message
from tsmp.error_name import error_name


def error_text(error):
    name = error_name(error)
    message = error_message(error)
    return name + ": " + message if name and message else name or message
