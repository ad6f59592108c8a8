# An event that any context may set: a task, an interrupt, a thread or the other core.

import asyncio
from .wake import ring, until


class ThreadSafeEvent(asyncio.Event):
    # The base is for isinstance(): nothing of an Event may be touched from another context.
    def __init__(self):
        self._sets = 0  # Counts set(), and wraps while it still is a small integer
        self._seen = 0  # The count at clear(), which only tasks call

    def set(self):
        self._sets = (self._sets + 1) & 0x1FFFFFFF
        ring()

    def is_set(self):
        return self._sets != self._seen

    def clear(self):
        self._seen = self._sets

    async def wait(self):
        # Not is_set(): a clear() that comes before this task runs must not hide the set() it waits for.
        seen = self._seen
        await until(lambda: self._sets != seen)
        return True
