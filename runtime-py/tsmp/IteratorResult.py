# What `next()` of an iterator gives.
class IteratorResult:
    __plain__ = True
    __keys__ = ("value", "done")

    def __init__(self, value, done):
        self.value = value
        self.done = done
