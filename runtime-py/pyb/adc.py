# An analog input of 12 bits.

import machine
from time import sleep_us, ticks_add, ticks_diff, ticks_us


class ADC:
    def __init__(self, pin):
        self._adc = machine.ADC(pin)

    def read(self):
        return self._adc.read_u16() >> 4

    def read_timed(self, buf, timer):
        # So many values per second. A bytearray gets the upper 8 bits, an array all 12.
        hz = timer if isinstance(timer, int) else timer.freq()
        step = int(1000000 // hz)
        shift = 8 if isinstance(buf, bytearray) else 4
        due = ticks_us()
        for i in range(len(buf)):
            wait = ticks_diff(due, ticks_us())
            if wait > 0:
                sleep_us(wait)
            buf[i] = self._adc.read_u16() >> shift
            due = ticks_add(due, step)
        return len(buf)
