# Tasks known by name, to be cancelled and asked after by code that does not hold them.

import asyncio
from .tracked import Tracked


class NamedTask(Tracked):
    _tasks = {}

    def __init__(self, name, task, *args, barrier=None):
        if name in NamedTask._tasks:
            raise ValueError('Task name "{}" already exists.'.format(name))
        super().__init__(task(name, *args))
        self._name = name
        self._barrier = barrier
        self._cancelled = False
        NamedTask._tasks[name] = self

    @classmethod
    def cancel(cls, name):
        task = cls._tasks.get(name)
        if task is None or task._cancelled or not task._throw(asyncio.CancelledError):
            return False
        task._cancelled = True
        return True

    @classmethod
    def pend_throw(cls, name, exception):
        task = cls._tasks.get(name)
        return task is not None and task._throw(exception)

    @classmethod
    def is_running(cls, name):
        task = cls._tasks.get(name)
        return task is not None and not task._cancelled

    @classmethod
    async def end(cls, name):
        # A task need not call it: its end is noticed anyhow. Calling it makes the name free a little earlier.
        task = cls._tasks.get(name)
        if task is not None:
            task._end()

    def _end(self):
        if self._over:
            return
        super()._end()
        del NamedTask._tasks[self._name]
        if self._barrier is not None:
            self._barrier.trigger()
