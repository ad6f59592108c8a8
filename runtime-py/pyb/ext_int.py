# An interrupt on edges of a pin, whose callback gets the number of its line: on RP2, of the pin.

import machine
from .hard_irq import hard_irq


def _line(pin):
    # Of a machine.Pin only its repr tells the number: Pin(GPIO15, mode=IN).
    digits = repr(pin).split(",")[0].split("GPIO")[-1].rstrip(")")
    return int(digits)


class ExtInt:
    IRQ_RISING = machine.Pin.IRQ_RISING
    IRQ_FALLING = machine.Pin.IRQ_FALLING
    IRQ_RISING_FALLING = machine.Pin.IRQ_RISING | machine.Pin.IRQ_FALLING

    def __init__(self, pin, mode, pull, callback):
        self._pin = machine.Pin(pin, machine.Pin.IN, pull)
        self._mode = mode
        self._callback = callback
        self._number = _line(self._pin)
        self._on_edge = self._edge  # Bound here, where it may allocate
        self.enable()

    def line(self):
        return self._number

    def enable(self):
        hard_irq(self._pin, self._on_edge, self._mode)

    def disable(self):
        hard_irq(self._pin, None, self._mode)

    def swint(self):
        self._edge(self._pin)

    def _edge(self, pin):
        if self._callback is not None:
            self._callback(self._number)
