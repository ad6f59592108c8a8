# What Promise.allSettled gives for each promise.
class Fulfilled:
    __plain__ = True
    __keys__ = ("status", "value")

    def __init__(self, value):
        self.status = "fulfilled"
        self.value = value


class Rejected:
    __plain__ = True
    __keys__ = ("status", "reason")

    def __init__(self, reason):
        self.status = "rejected"
        self.reason = reason
