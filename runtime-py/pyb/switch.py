# A switch between a pin and ground.

import machine
from .hard_irq import hard_irq


class Switch:
    def __init__(self, pin=None):
        if pin is None:
            raise NotImplementedError("pyb.Switch() without a pin: RP2 boards have no user switch")
        self._pin = machine.Pin(pin, machine.Pin.IN, machine.Pin.PULL_UP)
        self._fun = None
        self._pressed = self._press  # Bound here, where it may allocate

    def value(self):
        return not self._pin.value()

    __call__ = value

    def callback(self, fun):
        self._fun = fun
        hard_irq(self._pin, self._pressed if fun is not None else None, machine.Pin.IRQ_FALLING)

    def _press(self, pin):
        self._fun()
