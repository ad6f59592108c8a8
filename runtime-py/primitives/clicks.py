# Tells short, long and double presses of a button apart.

from time import ticks_add, ticks_diff, ticks_ms
from .debounced import Debounced


class Clicks(Debounced):
    long_press_ms = 1000
    double_click_ms = 400

    def __init__(self, pin, suppress, sense):
        # sense: the level while not pressed; None takes that of now.
        super().__init__(pin, pin.value() if sense is None else sense)
        self._suppress = suppress
        self._long_at = None  # When the press in progress becomes a long one
        self._double_at = None  # Until when another press makes a double click
        self._taken = False  # This press counts as long or double, not as a short one

    def rawstate(self):
        return bool(self._level())

    def __call__(self):
        return bool(self._state)

    # For subclasses. A short press is certain when it is over and can become neither long nor double.

    def _on_press(self):
        pass

    def _on_release(self):
        pass

    def _on_short(self):
        pass

    def _on_double(self):
        pass

    def _on_long(self):
        pass

    def _wants_double(self):
        return True

    def _changed(self, pressed):
        if pressed:
            self._press()
        else:
            self._long_at = None
            self._on_release()
            if self._double_at is None and not self._taken:
                self._on_short()

    def _press(self):
        now = ticks_ms()
        self._taken = self._double_at is not None and ticks_diff(self._double_at, now) > 0
        self._on_press()
        if self._taken:
            self._double_at = None
            self._on_double()
        elif self._wants_double():
            self._double_at = ticks_add(now, self.double_click_ms)
        if not (self._taken and self._suppress):
            self._long_at = ticks_add(now, self.long_press_ms)

    def _due(self, now):
        next_ms = self.debounce_ms
        if self._double_at is not None:
            left = ticks_diff(self._double_at, now)
            if left <= 0:
                self._double_at = None
                if not self._state and not self._taken:
                    self._on_short()
            else:
                next_ms = min(next_ms, left)
        if self._long_at is not None:
            left = ticks_diff(self._long_at, now)
            if left <= 0:
                self._long_at = None
                self._taken = True
                self._on_long()
            else:
                next_ms = min(next_ms, left)
        return next_ms
