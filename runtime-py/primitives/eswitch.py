# A switch that sets an event when it closes and one when it opens.

import asyncio
from .debounced import Debounced


class ESwitch(Debounced):
    def __init__(self, pin, lopen=1):
        super().__init__(pin, lopen)
        self.close = asyncio.Event()
        self.open = asyncio.Event()

    def _changed(self, closed):
        (self.close if closed else self.open).set()

    def deinit(self):
        super().deinit()
        self.close.clear()
        self.open.clear()
