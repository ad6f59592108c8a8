# A switch between a pin and ground that runs callbacks, or sets events, when it closes and opens.

import asyncio
from .callback import callback
from .debounced import Debounced


class Switch(Debounced):
    def __init__(self, pin):
        super().__init__(pin, 0)
        self._close = None
        self._open = None

    def close_func(self, func, args=()):
        if func is None:  # An event instead
            self.close = asyncio.Event()
            func = self.close.set
        self._close = (func, args)

    def open_func(self, func, args=()):
        if func is None:
            self.open = asyncio.Event()
            func = self.open.set
        self._open = (func, args)

    def _changed(self, level):
        call = self._open if level else self._close
        if call is not None:
            callback(*call)
