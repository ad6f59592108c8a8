# The Pyboard's pins. Each is a machine.Pin: as fast, and accepted wherever `machine` takes a pin.

import machine


class Pin:
    IN = machine.Pin.IN
    OUT = OUT_PP = machine.Pin.OUT
    OPEN_DRAIN = OUT_OD = machine.Pin.OPEN_DRAIN
    PULL_NONE = None
    PULL_UP = machine.Pin.PULL_UP
    PULL_DOWN = machine.Pin.PULL_DOWN
    IRQ_RISING = machine.Pin.IRQ_RISING
    IRQ_FALLING = machine.Pin.IRQ_FALLING

    def __new__(cls, *args, **kwargs):
        return machine.Pin(*args, **kwargs)
