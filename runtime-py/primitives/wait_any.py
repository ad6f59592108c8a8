# Waits for the first of several events, or of objects that can be waited for and cleared like one.

import asyncio


class WaitAny:
    def __init__(self, events):
        self._events = tuple(events)
        self._event = None

    async def wait(self):
        # Returns the one that came.
        came = asyncio.Event()
        tasks = [asyncio.create_task(self._watch(event, came)) for event in self._events]
        try:
            await came.wait()
        finally:
            for task in tasks:
                task.cancel()
        return self._event

    async def _watch(self, event, came):
        await event.wait()
        if not came.is_set():  # Two may come in one pass of the loop
            self._event = event
            came.set()

    def event(self):
        return self._event

    def clear(self):
        for event in self._events:
            if hasattr(event, "clear"):
                event.clear()
