# One worker of the app loop: it calls a function again and again, a step per turn.


class AppWorker:
    def __init__(self, period_ms=1, restart=True):
        self.period_ms = period_ms  # From the start of one step to the start of the next, at least
        self.restart = restart  # Whether a worker that raised is started again; if not, it is removed
        self._call = (None, None)

    def set_external_func(self, external_func, function_args=None):
        # One store: the other core sees the old function with its arguments, or the new one with its own.
        self._call = (external_func, function_args)

    def loop(self):
        # Subclasses may replace it. Each yield ends a step; `yield ms` asks for a pause of its own length,
        # and a return takes the worker out of the loop.
        while True:
            func, args = self._call
            if func is not None:
                func(self, args)
            yield
