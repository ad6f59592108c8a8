# Where tasks wait for one another: when the last has come, all go on. Then it is ready for the next round.

import asyncio
from .launching import launch


class Barrier:
    def __init__(self, participants, func=None, args=()):
        self._participants = participants
        self._func = func
        self._args = args
        self._result = None
        self._arrived = 0
        self._waiting = 0  # Of those, how many wait. The others passed without
        self._leaving = 0  # Waited in an earlier round, and have not run since it ended
        self._gate = asyncio.Event()  # A new one for each round

    def trigger(self):
        # Passes without waiting. Not in a loop: nothing keeps a task from passing twice in a round.
        if self._arrived + self._leaving >= self._participants:
            raise ValueError("Too many tasks accessing Barrier")
        self._arrived += 1
        if self._arrived < self._participants:
            return
        gate = self._gate
        self._gate = asyncio.Event()
        self._leaving += self._waiting
        self._arrived = self._waiting = 0
        try:
            if self._func is not None:
                self._result = launch(self._func, self._args)
        finally:
            gate.set()

    def __iter__(self):  # await barrier
        gate = self._gate
        self.trigger()
        if gate.is_set():
            return
        self._waiting += 1
        try:
            yield from gate.wait()
        finally:
            if gate.is_set():
                self._leaving -= 1
            else:  # Cancelled: as if it had never come
                self._waiting -= 1
                self._arrived -= 1

    async def __call__(self, nowait=False):  # await barrier(nowait=True)
        if nowait:
            self.trigger()
        else:
            await self

    def result(self):
        # What the function returned at the end of the last round; of a coroutine function the task.
        return self._result

    def busy(self):
        return self._waiting > 0
