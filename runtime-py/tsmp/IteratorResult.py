# What `next()` of an iterator gives.
class IteratorResult:
    _keys = ("value", "done")

    def __init__(self, value, done):
        self.value = value
        self.done = done
