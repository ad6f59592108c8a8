# A control knob: a quadrature encoder whose position is counted in interrupts and reported to a task.

import asyncio
from machine import Pin
from threadsafe.core import wait_while


class Encoder:
    def __init__(
        self,
        pin_x,
        pin_y,
        v=0,
        div=1,
        vmin=None,
        vmax=None,
        mod=None,
        callback=lambda value, change: None,
        args=(),
        delay=100,
    ):
        if (vmin is not None and v < vmin) or (vmax is not None and v > vmax):
            raise ValueError("Incompatible args: must have vmin <= v <= vmax")
        self._pin_x = pin_x
        self._pin_y = pin_y
        self._x = pin_x.value()
        self._y = pin_y.value()
        self._steps = 0  # Of the knob, counted in interrupts
        self._seen = 0
        self._div = div
        self._vmin = vmin
        self._vmax = vmax
        self._mod = mod
        self._value = v
        self._callback = callback
        self._args = args
        self._delay = delay
        self._changed = asyncio.Event()
        _on_edges(pin_x, self._x_edge)
        _on_edges(pin_y, self._y_edge)
        self._task = asyncio.create_task(self._run())

    def value(self):
        return self._value

    def __aiter__(self):
        return self

    async def __anext__(self):
        # The value after the next change of it.
        await self._changed.wait()
        return self._value

    def deinit(self):
        self._pin_x.irq(handler=None)
        self._pin_y.irq(handler=None)
        self._task.cancel()

    # In interrupts. The pin is read again: after a second edge in the meantime there is no step to count.

    def _x_edge(self, pin):
        x = pin.value()
        if x != self._x:
            self._x = x
            self._steps += 1 if x ^ self._pin_y.value() else -1

    def _y_edge(self, pin):
        y = pin.value()
        if y != self._y:
            self._y = y
            self._steps += -1 if y ^ self._pin_x.value() else 1

    def _at_rest(self):
        return self._steps == self._seen

    async def _run(self):
        div = self._div
        position = 0
        while True:
            await wait_while(self._at_rest)
            await asyncio.sleep_ms(self._delay)
            self._seen = self._steps
            before = position
            position = (self._seen + (div >> 1)) // div  # Rounded, so that a knob at rest is far from a change
            self._move(position - before)

    def _move(self, change):
        value = self._value + change
        if self._vmax is not None:
            value = min(value, self._vmax)
        if self._vmin is not None:
            value = max(value, self._vmin)
        if self._mod is not None:
            value %= self._mod
        change = value - self._value
        if change:
            self._value = value
            self._changed.set()
            self._changed.clear()
            self._callback(value, change, *self._args)


def _on_edges(pin, handler):
    edges = Pin.IRQ_RISING | Pin.IRQ_FALLING
    try:
        pin.irq(handler=handler, trigger=edges, hard=True)
    except TypeError:  # Hard interrupts are not to be had
        pin.irq(handler=handler, trigger=edges)
