# What Promise.withResolvers gives.
class PromiseResolvers:
    __plain__ = True
    __keys__ = ("promise", "resolve", "reject")

    def __init__(self, promise):
        self.promise = promise
        self.resolve = promise._resolve
        self.reject = promise._reject
