# An analog input that a task can wait for: until its value leaves a range, or enters it.

import asyncio


class AADC:
    period_ms = 10  # How often it is read while a task waits

    def __init__(self, adc):
        self._adc = adc
        self._lower = 0
        self._upper = 65535
        self._outside = True
        self._value = 0
        self.read_u16()

    def read_u16(self, last=False):
        if not last:
            self._value = self._adc.read_u16()
        return self._value

    def sense(self, normal):
        # True waits until the value is out of range, False until it is within.
        self._outside = normal

    def __call__(self, lower=None, upper=None):
        # await aadc(change) or aadc(lower, upper); await aadc() keeps the range.
        if upper is not None:
            self._lower = lower
            self._upper = upper
        elif lower is not None:
            value = self.read_u16()
            self._lower = value - lower
            self._upper = value + lower
        return self

    def __iter__(self):
        while (self._lower <= self.read_u16() <= self._upper) == self._outside:
            yield from asyncio.sleep_ms(self.period_ms)
        return self._value
