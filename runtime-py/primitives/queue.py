# A queue between tasks, as asyncio of CPython has it. For other contexts there is ThreadSafeQueue.

import asyncio


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize  # 0: no limit
        self._items = []
        self._unfinished = 0
        # Each is set and cleared at once. That wakes all who wait; they look again, and the first in line
        # finds what it waited for.
        self._came = asyncio.Event()
        self._went = asyncio.Event()
        self._finished = asyncio.Event()

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self.maxsize <= len(self._items)

    def get_nowait(self):
        if not self._items:
            raise QueueEmpty
        item = self._items.pop(0)
        self._went.set()
        self._went.clear()
        return item

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._items.append(item)
        self._unfinished += 1
        self._came.set()
        self._came.clear()

    async def get(self):
        while not self._items:
            await self._came.wait()
        return self.get_nowait()

    async def put(self, item):
        while self.full():
            await self._went.wait()
        self.put_nowait(item)

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if not self._unfinished:
            self._finished.set()
            self._finished.clear()

    async def join(self):
        # Until task_done() was called for every item that was put.
        while self._unfinished:
            await self._finished.wait()

    def __aiter__(self):
        return self

    __anext__ = get
