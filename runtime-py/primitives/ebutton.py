# A push button that sets events on press, release, double click and long press.

import asyncio
from .clicks import Clicks


class EButton(Clicks):
    def __init__(self, pin, suppress=False, sense=None):
        super().__init__(pin, suppress, sense)
        self.press = asyncio.Event()
        self.release = asyncio.Event()
        self.double = asyncio.Event()
        self.long = asyncio.Event()

    def _on_press(self):
        if not self._suppress:
            self.press.set()

    def _on_release(self):
        if self._taken or not self._suppress:
            self.release.set()

    def _on_short(self):
        if self._suppress:
            self.press.set()
            self.release.set()

    def _on_double(self):
        self.double.set()

    def _on_long(self):
        self.long.set()

    def deinit(self):
        super().deinit()
        for event in (self.press, self.release, self.double, self.long):
            event.clear()
