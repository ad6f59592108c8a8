# A delay that can be started again while it runs, with a callback or an event at its end.

import asyncio
from time import ticks_add, ticks_diff, ticks_ms
from threadsafe.core import ring, wait_while
from .callback import callback


class Delay_ms:
    def __init__(self, func=None, args=(), duration=1000):
        self._func = func
        self._args = args
        self._duration = duration
        self._result = None
        self._timeout = asyncio.Event()
        self._asked_end = 0  # What trigger() asks for, in any context
        self._asked = 0  # Counts trigger(), and wraps while it still is a small integer
        self._seen = 0  # The count that the task has acted on
        self._end = None  # When it times out, if it runs
        self._task = asyncio.create_task(self._run())

    def trigger(self, duration=0):
        self._asked_end = ticks_add(ticks_ms(), duration if duration > 0 else self._duration)
        self._asked = (self._asked + 1) & 0x1FFFFFFF
        ring()

    def stop(self):
        self._seen = self._asked
        self._end = None
        self._timeout.clear()

    def running(self):
        return self._end is not None or not self._at_rest()

    __call__ = running

    def rvalue(self):
        return self._result

    def callback(self, func=None, args=()):
        self._func = func
        self._args = args

    def deinit(self):
        self.stop()
        self._task.cancel()

    # The delay as an event

    async def wait(self):
        await self._timeout.wait()

    def clear(self):
        self._timeout.clear()

    def set(self):
        self._timeout.set()

    def _at_rest(self):
        return self._asked == self._seen

    async def _run(self):
        while True:
            if not self._at_rest():
                # In this order: a trigger() in between is seen on the next turn, and at worst twice.
                self._seen = self._asked
                self._end = self._asked_end
            elif self._end is None:
                await wait_while(self._at_rest)
            else:
                await self._sleep_out()

    async def _sleep_out(self):
        left = ticks_diff(self._end, ticks_ms())
        if left > 0:
            try:
                await asyncio.wait_for_ms(wait_while(self._at_rest), left)
            except asyncio.TimeoutError:
                pass  # And look again: it may have been stopped
        else:
            self._end = None
            self._timeout.set()
            if self._func is not None:
                self._result = callback(self._func, self._args)
