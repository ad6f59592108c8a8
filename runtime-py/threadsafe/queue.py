# A queue between asyncio tasks and one other context: an interrupt, a thread or the other core.

from machine import idle
from .wake import ring, until


class ThreadSafeQueue:
    def __init__(self, buf):
        self._buf = [0] * buf if isinstance(buf, int) else buf
        self._len = len(self._buf)
        self._wi = 0  # Next slot to write: moved by the producer only
        self._ri = 0  # Next slot to read: moved by the consumer only

    def qsize(self):
        return (self._wi - self._ri) % self._len

    def _room(self):  # One slot stays free, to tell a full queue from an empty one
        return (self._ri - self._wi - 1) % self._len

    def empty(self):
        return self._wi == self._ri

    def full(self):
        return not self._room()

    # The next two run in any context: they allocate nothing, and raise before they have changed anything.

    def get_sync(self, block=False):
        while not self.qsize():
            if not block:
                raise IndexError
            idle()  # On RP2: sleep until the other core rings, 1 ms at most
        value = self._buf[self._ri]
        self._ri = (self._ri + 1) % self._len  # Only now may the producer have the slot
        ring()
        return value

    def put_sync(self, value, block=False):
        while not self._room():
            if not block:
                raise IndexError
            idle()
        self._buf[self._wi] = value
        self._wi = (self._wi + 1) % self._len  # Only now may the consumer have the slot
        ring()

    async def get(self):
        await until(self.qsize)
        return self.get_sync()

    async def put(self, value):
        await until(self._room)
        self.put_sync(value)

    def __aiter__(self):
        return self

    __anext__ = get
