# An event with data, which is awaited itself.

import asyncio


class Event(asyncio.Event):
    def __init__(self, lp=False):  # lp: asked a scheduler of 2017 for low priority
        super().__init__()
        self._data = None

    def set(self, data=None):
        self._data = data
        super().set()

    def clear(self):
        self._data = None
        super().clear()

    def value(self):
        return self._data

    def __iter__(self):  # await event
        yield from self.wait()
