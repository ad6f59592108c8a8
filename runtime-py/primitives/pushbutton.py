# A push button that runs callbacks, or sets events, on press, release, double click and long press.

import asyncio
from .callback import callback
from .clicks import Clicks


class Pushbutton(Clicks):
    def __init__(self, pin, suppress=False, sense=None):
        super().__init__(pin, suppress, sense)
        self._calls = {}

    # func: None makes an event of that name instead, False takes the callback away.

    def press_func(self, func=False, args=()):
        if func is None:
            self.press = asyncio.Event()
            func = self.press.set
        self._calls["press"] = (func, args)

    def release_func(self, func=False, args=()):
        if func is None:
            self.release = asyncio.Event()
            func = self.release.set
        self._calls["release"] = (func, args)

    def double_func(self, func=False, args=()):
        if func is None:
            self.double = asyncio.Event()
            func = self.double.set
        self._calls["double"] = (func, args)

    def long_func(self, func=False, args=()):
        if func is None:
            self.long = asyncio.Event()
            func = self.long.set
        self._calls["long"] = (func, args)

    def _call(self, what):
        func, args = self._calls.get(what, (False, ()))
        if func:
            callback(func, args)
            return True
        return False

    def _wants_double(self):
        return bool(self._calls.get("double", (False,))[0])

    def _on_press(self):
        self._call("press")

    def _on_release(self):
        if not self._suppress:
            self._call("release")

    def _on_short(self):
        if self._suppress:
            self._call("release")

    def _on_double(self):
        self._call("double")

    def _on_long(self):
        if not self._call("long"):
            self._taken = False  # Nobody asked for long presses: it is a short one that lasts
