# The `message` of an error: what a class has put there, else what it was made with.
def error_message(error):
    message = getattr(error, "message", None)
    if message is not None:
        return message
    message = str(error)
    if message == "maximum recursion depth exceeded":
        return "Maximum call stack size exceeded"
    if isinstance(error, NameError):
        if message.endswith("isn't defined"):
            return "Cannot access %s before initialization" % message.split(" ")[1]
        if message == "local variable referenced before assignment":
            return "Cannot access a variable before initialization"  # MicroPython does not say which
    return message
