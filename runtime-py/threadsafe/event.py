# An event that any context may set: a task, an interrupt, a thread or the other core.

import asyncio
from .wake import ring, until


class ThreadSafeEvent(asyncio.Event):
    def __init__(self):
        super().__init__()
        self._new = False  # Set elsewhere, and not yet seen by the loop
        self._relay = None

    def set(self):
        self._new = True
        ring()

    def is_set(self):
        return self._new or self.state

    def clear(self):
        self._look()  # A set() before this one still wakes those who wait
        self.state = False

    def _look(self):
        # In the loop only, for this touches its queues. First lower, then wake: a set() that comes in
        # between raises again and is seen next time.
        if self._new:
            self._new = False
            super().set()
        return self.state

    async def wait(self):
        # One task looks for all who wait, so that they go on in the order in which they came, and that it
        # does not matter which of them is cancelled.
        if not (self._look() or self._relay and not self._relay.done()):
            self._relay = asyncio.create_task(until(self._look))
        return await super().wait()
