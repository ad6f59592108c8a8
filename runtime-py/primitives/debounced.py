# Watches a pin whose contact bounces: it looks often enough to be quick, and seldom enough to miss the bounce.

import asyncio
from time import ticks_add, ticks_diff, ticks_ms


class Debounced:
    debounce_ms = 50

    def __init__(self, pin, idle):
        self._pin = pin
        self._idle = idle  # The level that counts as 0
        self._state = self._level()
        self._task = asyncio.create_task(self._watch())

    def __call__(self):
        return self._state

    def _level(self):
        return self._pin.value() ^ self._idle

    async def _watch(self):
        look = ticks_ms()
        while True:
            now = ticks_ms()
            if ticks_diff(look, now) <= 0:
                look = ticks_add(now, self.debounce_ms)
                if self._level() != self._state:
                    self._state ^= 1
                    self._changed(self._state)
            await asyncio.sleep_ms(max(0, min(ticks_diff(look, now), self._due(now))))

    def _changed(self, state):
        # For subclasses: the contact has changed.
        pass

    def _due(self, now):
        # For subclasses: do what is due, and say in how many ms there is more.
        return self.debounce_ms

    def deinit(self):
        self._task.cancel()
