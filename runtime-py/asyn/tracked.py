# A coroutine that can be cancelled, and whose end is noticed, from the moment it is made.

import asyncio


class Tracked:
    def __init__(self, coro):
        self._coro = coro
        self._task = None  # The task it runs in, once it does
        self._thrown = None  # What it is stopped with, if it was stopped before that
        self._over = False

    def __call__(self):
        # To be given to create_task(). A task that is cancelled before its first turn never enters its
        # coroutine, and no `finally` there runs. This one has been entered already.
        started = self._run()
        next(started)
        return started

    __iter__ = __call__  # await tracked

    def _run(self):
        try:
            yield  # In __call__
            self._task = asyncio.current_task()
            if self._thrown is not None:
                raise self._thrown
            return (yield from self._coro)
        finally:
            self._coro.close()
            self._end()

    def _end(self):
        # Once, however it ended: subclasses strike it off their list.
        self._over = True

    def _throw(self, exception):
        # Returns whether there was something to throw it at.
        if self._over:
            return False
        task = self._task
        if task is None:  # It may never be scheduled, so this is its end
            self._thrown = exception()
            self._end()
            return True
        while isinstance(task.data, asyncio.Task):  # It waits for another, as Task.cancel() has it too
            task = task.data
        if not task.cancel():
            return False
        if exception is not asyncio.CancelledError:
            task.data = exception()  # What the task is resumed with
        return True
