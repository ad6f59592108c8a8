# An error that nobody catches any more: it ends the program at once, before any other task runs.
class Uncaught(BaseException):
    pass


_ends_program = False


def end_when_uncaught():
    global _ends_program
    _ends_program = True


def uncaught(error):
    raise Uncaught(error) if _ends_program else error
