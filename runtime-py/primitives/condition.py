# Tasks that hold a lock wait for something to become true, and are notified by the task that made it so.

import asyncio


class Condition:
    def __init__(self, lock=None):
        self._lock = asyncio.Lock() if lock is None else lock
        self._waiting = []

    async def acquire(self):
        return await self._lock.acquire()

    def release(self):
        self._lock.release()

    def locked(self):
        return self._lock.locked()

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *args):
        self.release()

    async def wait(self):
        self._check()
        turn = asyncio.Event()
        self._waiting.append(turn)
        self._lock.release()
        try:
            await turn.wait()
        except BaseException:
            if turn.is_set():  # Notified, and cancelled before it ran: another may need the notification
                self._wake(1)
            else:
                self._waiting.remove(turn)
            raise
        finally:
            await self._reacquire()
        return True

    async def _reacquire(self):
        # Whoever waited holds the lock again afterwards, even if it is cancelled meanwhile.
        cancelled = None
        while True:
            try:
                await self._lock.acquire()
                break
            except asyncio.CancelledError as e:
                cancelled = e
        if cancelled is not None:
            raise cancelled

    async def wait_for(self, predicate):
        while True:
            result = predicate()
            if result:
                return result
            await self.wait()

    def notify(self, n=1):
        self._check()
        self._wake(n)

    def notify_all(self):
        self.notify(len(self._waiting))

    def _wake(self, n):
        while n > 0 and self._waiting:
            self._waiting.pop(0).set()
            n -= 1

    def _check(self):
        if not self._lock.locked():
            raise RuntimeError("Condition not acquired")
