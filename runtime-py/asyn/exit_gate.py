# Deprecated: lets tasks end together without cancelling them. New code uses Cancellable.

import asyncio


class ExitGate:
    def __init__(self, granularity=100):
        self._granularity = granularity
        self._tasks = 0
        self._ending = False

    def ending(self):
        return self._ending

    def __iter__(self):  # await gate: asks the tasks to end, and waits until they have
        self._ending = True
        while self._tasks:
            yield from asyncio.sleep_ms(self._granularity)
        self._ending = False

    async def __aenter__(self):
        self._tasks += 1

    async def __aexit__(self, *args):
        self._tasks -= 1

    async def sleep(self, t):
        # Returns False when it was cut short because the gate is ending.
        ms = int(t * 1000)
        while ms > 0 and not self._ending:
            await asyncio.sleep_ms(min(ms, self._granularity))
            ms -= self._granularity
        return not self._ending
