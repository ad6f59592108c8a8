# Lets so many tasks at a time have access, first come first served.

import asyncio


class Semaphore:
    def __init__(self, value=1):
        self._value = value
        self._waiting = []  # An event for each waiting task. Access is handed over, so none can overtake

    async def acquire(self):
        if self._value > 0:
            self._value -= 1
            return
        turn = asyncio.Event()
        self._waiting.append(turn)
        try:
            await turn.wait()
        except BaseException:
            if turn.is_set():  # Access was handed to a task that was cancelled before it ran
                self.release()
            else:
                self._waiting.remove(turn)
            raise

    def release(self):
        if self._waiting:
            self._waiting.pop(0).set()
        else:
            self._value += 1

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *args):
        self.release()
        await asyncio.sleep_ms(0)  # Whoever was let in goes first
