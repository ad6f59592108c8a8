# Tasks in groups, to be cancelled together by a task that waits until all have ended.

import asyncio
from .tracked import Tracked


class Cancellable(Tracked):
    _tasks = {}
    _next_no = 0

    def __init__(self, task, *args, group=0):
        self._no = Cancellable._next_no
        super().__init__(task(self._no, *args))
        self._group = group
        self._ended = asyncio.Event()
        Cancellable._next_no += 1
        Cancellable._tasks[self._no] = self

    @classmethod
    async def cancel_all(cls, group=0):
        tasks = [cls._tasks[no] for no in sorted(cls._tasks) if cls._tasks[no]._group == group]
        if any(task._task is asyncio.current_task() for task in tasks):
            raise RuntimeError("cancel_all() in a task of its own group")
        for task in tasks:
            task._throw(asyncio.CancelledError)
        for task in tasks:
            await task._ended.wait()

    @classmethod
    def end(cls, task_no):
        # A task need not call this or stopped(): its end is noticed anyhow.
        task = cls._tasks.get(task_no)
        if task is not None:
            task._end()

    @classmethod
    async def stopped(cls, task_no):
        cls.end(task_no)

    def _end(self):
        if self._over:
            return
        super()._end()
        del Cancellable._tasks[self._no]
        self._ended.set()


async def _ends_quietly(coro):
    try:
        return await coro
    except asyncio.CancelledError:
        pass


def cancellable(func):
    # Decorates a coroutine function: cancelled, it returns None instead of passing the cancellation on.
    return lambda *args: _ends_quietly(func(*args))
