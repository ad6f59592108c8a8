# A lock that only the task which acquired it can release.

import asyncio


class Lock(asyncio.Lock):
    def __init__(self, delay_ms=0):
        # Waiting tasks stand in a queue and are woken in turn: there are no attempts for delay_ms to space.
        super().__init__()
        self._owner = None

    async def acquire(self):
        await super().acquire()
        self._owner = asyncio.current_task()
        return True

    def release(self):
        # No owner yet: handed to a task that has not run since, and gives it back because it was cancelled.
        if self._owner is not None and self._owner is not asyncio.current_task():
            raise RuntimeError("Lock is held by another task")
        self._owner = None
        super().release()

    async def __aexit__(self, *args):
        self.release()
        await asyncio.sleep_ms(0)
