# Waits until all of several events have come, or of objects that can be waited for and cleared like one.

import asyncio


class WaitAll:
    def __init__(self, events):
        self._events = tuple(events)

    async def wait(self):
        tasks = [asyncio.create_task(event.wait()) for event in self._events]
        try:
            for task in tasks:
                await task
        finally:
            for task in tasks:
                task.cancel()

    def clear(self):
        for event in self._events:
            if hasattr(event, "clear"):
                event.clear()
