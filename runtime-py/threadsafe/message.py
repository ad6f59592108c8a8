# An event with data: any context may set it, any number of tasks may wait for it.

from .core import ThreadSafeEvent


class Message(ThreadSafeEvent):
    def __init__(self):
        super().__init__()
        self._data = None

    def set(self, data=None):
        self._data = data  # Before the event: whoever is woken finds it
        super().set()

    def value(self):
        return self._data

    async def wait(self):
        await super().wait()
        return self._data

    def __iter__(self):  # await message
        return (yield from self.wait())

    def __aiter__(self):
        return self

    __anext__ = wait
