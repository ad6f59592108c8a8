# What Promise.withResolvers gives.
class PromiseResolvers:
    _keys = ("promise", "resolve", "reject")

    def __init__(self, promise):
        self.promise = promise
        self.resolve = promise._resolve
        self.reject = promise._reject
