# A queue between tasks in a buffer of fixed size, which can overwrite its oldest items.

import asyncio


class RingbufQueue:
    def __init__(self, buf):
        self._buf = [0] * buf if isinstance(buf, int) else buf
        self._size = len(self._buf)
        self._wi = 0
        self._ri = 0
        self._came = asyncio.Event()
        self._went = asyncio.Event()

    def qsize(self):
        return (self._wi - self._ri) % self._size

    def empty(self):
        return self._wi == self._ri

    def full(self):  # One slot stays free, to tell a full queue from an empty one
        return (self._wi + 1) % self._size == self._ri

    def peek(self):
        if self.empty():
            raise IndexError
        return self._buf[self._ri]

    def get_nowait(self):
        item = self.peek()
        self._ri = (self._ri + 1) % self._size
        self._went.set()
        self._went.clear()
        return item

    def put_nowait(self, item):
        # Into a full queue the item goes too: the oldest makes room for it, and IndexError says so.
        full = self.full()
        self._buf[self._wi] = item
        if full:
            self._ri = (self._ri + 1) % self._size
        self._wi = (self._wi + 1) % self._size
        self._came.set()
        self._came.clear()
        if full:
            raise IndexError

    async def get(self):
        while self.empty():
            await self._came.wait()
        return self.get_nowait()

    async def put(self, item):
        while self.full():
            await self._went.wait()
        self.put_nowait(item)

    def __aiter__(self):
        return self

    __anext__ = get
