# A coroutine as an event-like object: the event is its end. WaitAny and WaitAll take it among events.

import asyncio


class ELO:
    def __init__(self, coro, *args, **kwargs):
        # A coroutine function with its arguments, or a task.
        self._task = coro if isinstance(coro, asyncio.Task) else asyncio.create_task(coro(*args, **kwargs))
        self._ended = asyncio.Event()
        asyncio.create_task(self._watch())

    async def _watch(self):
        # To cancel a task that awaits another cancels that one too. Whoever waits here waits for an event
        # instead, so that giving up does not stop the coroutine.
        try:
            await self._task
        except asyncio.CancelledError:
            pass
        finally:
            self._ended.set()

    async def wait(self):
        await self._ended.wait()

    def __call__(self):
        return self._task
