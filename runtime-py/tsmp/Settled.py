# What Promise.allSettled gives for each promise.
class Fulfilled:
    _keys = ("status", "value")

    def __init__(self, value):
        self.status = "fulfilled"
        self.value = value


class Rejected:
    _keys = ("status", "reason")

    def __init__(self, reason):
        self.status = "rejected"
        self.reason = reason
