# How tasks learn of what interrupts, threads and the other core do: the bell, the queue and the event. They lie
# in one file because a board's file system gives every file 4 kB, and a program with one of them in most cases
# has another.

import asyncio
from machine import idle

_bell = None
try:
    import _thread

    _bell = _thread.allocate_lock()
except ImportError:  # One core, which interrupts wake anyhow
    pass


def ring():
    # On RP2 an idle core sits in WFE, and a store to memory does not end that. Releasing a mutex does: it
    # issues SEV. Whoever fails to get the lock need not wait, and in an interrupt must not: the holder is
    # about to release it.
    if _bell and _bell.acquire(0):
        _bell.release()


async def wait_while(busy):
    # asyncio asks busy() whenever it polls. A flag that the other side had to set could be set just before
    # the task looks away; a condition stays as it is, so there is no wake-up to lose. Each waiting task has its
    # own stream: asyncio knows one reader per stream, and forgets the first for the second.
    while busy():  # Again, for another task may have been faster
        flag = asyncio.ThreadSafeFlag()
        flag.ioctl = lambda req, flags: -1 if req != 3 else not busy() and flags  # 3: MP_STREAM_POLL
        await flag.wait()


class ThreadSafeQueue:
    def __init__(self, buf):
        self._buf = [0] * buf if isinstance(buf, int) else buf
        self._len = len(self._buf)
        self._wi = 0  # Next slot to write: moved by the producer only
        self._ri = 0  # Next slot to read: moved by the consumer only

    def qsize(self):
        return (self._wi - self._ri) % self._len

    def empty(self):
        return self._wi == self._ri

    def full(self):  # One slot stays free, to tell a full queue from an empty one
        return (self._wi + 1) % self._len == self._ri

    # The next two run in any context: they allocate nothing, and raise before they have changed anything.

    def get_sync(self, block=False):
        while self.empty():
            if not block:
                raise IndexError
            idle()  # On RP2: sleep until the other core rings, 1 ms at most
        value = self._buf[self._ri]
        self._ri = (self._ri + 1) % self._len  # Only now may the producer have the slot
        ring()
        return value

    def put_sync(self, value, block=False):
        while self.full():
            if not block:
                raise IndexError
            idle()
        self._buf[self._wi] = value
        self._wi = (self._wi + 1) % self._len  # Only now may the consumer have the slot
        ring()

    async def get(self):
        await wait_while(self.empty)
        return self.get_sync()

    async def put(self, value):
        await wait_while(self.full)
        self.put_sync(value)

    def __aiter__(self):
        return self

    __anext__ = get


class ThreadSafeEvent(asyncio.Event):
    _relay = None

    def set(self):  # In any context: one store, which wakes nobody yet
        self.state = True
        ring()

    def clear(self):
        if not self._unset():  # A set() before this one still wakes those who wait
            self.state = False

    def _unset(self):  # In the loop only, for this touches its queues
        if self.state:
            super().set()
        return not self.state

    async def wait(self):
        # One task looks for all who wait, so that they go on in the order in which they came, and that it
        # does not matter which of them is cancelled.
        if self._unset() and (not self._relay or self._relay.done()):
            self._relay = asyncio.create_task(wait_while(self._unset))
        return await super().wait()
