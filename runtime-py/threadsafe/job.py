# A function call that one context runs, and for whose outcome a task waits.

from .core import ring, wait_while


class Job:
    def __init__(self, func, args, kwargs):
        self._func = func
        self._args = args
        self._kwargs = kwargs
        self._value = None
        self._error = None
        self._open = True

    def run(self):
        try:
            self._value = self._func(*self._args, **self._kwargs)
        except BaseException as e:  # Whatever ends the function belongs to the task, not to this thread
            self._error = e
        self._open = False
        ring()

    def is_open(self):
        return self._open

    async def result(self):
        await wait_while(self.is_open)
        if self._error is not None:
            raise self._error
        return self._value
