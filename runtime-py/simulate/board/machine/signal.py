# machine.Signal: a pin that may be active low.

from .pin import Pin


class Signal:
    def __init__(self, pin, *args, invert=False, **kwargs):
        if isinstance(pin, Pin) and not kwargs and len(args) <= 1:
            self._pin = pin
            invert = args[0] if args else invert
        else:
            self._pin = Pin(pin, *args, **kwargs)
        self._invert = 1 if invert else 0

    def value(self, x=None):
        if x is None:
            return self._pin.value() ^ self._invert
        self._pin.value((1 if x else 0) ^ self._invert)

    def __call__(self, x=None):
        return self.value(x)

    def on(self):
        self.value(1)

    def off(self):
        self.value(0)
