# The `message` of an error: what a class has put there, else what it was made with.
def error_message(error):
    message = getattr(error, "message", None)
    if message is not None:
        return message
    message = str(error)
    return "Maximum call stack size exceeded" if message == "maximum recursion depth exceeded" else message
