# machine.PWM and the functions that make or measure pulses.

from simulated import record
from utime import sleep_us

from .pin import Pin


class PWM:
    def __init__(self, dest, *, freq=None, duty_u16=None, duty_ns=None, invert=False):
        self._pin = Pin(dest)
        self._freq = 0
        self._duty = 0
        self.init(freq=freq, duty_u16=duty_u16, duty_ns=duty_ns, invert=invert)

    def init(self, *, freq=None, duty_u16=None, duty_ns=None, invert=False):
        if freq is not None:
            self.freq(freq)
        if duty_u16 is not None:
            self.duty_u16(duty_u16)
        if duty_ns is not None:
            self.duty_ns(duty_ns)

    def deinit(self):
        self.duty_u16(0)

    def freq(self, value=None):
        if value is None:
            return self._freq
        # A 16-bit counter behind a divider of 1 to 255 15/16, from 125 MHz.
        if value < 8:
            raise ValueError("freq too small")
        if value > 62500000:
            raise ValueError("freq too large")
        self._freq = value

    def duty_u16(self, value=None):
        if value is None:
            return self._duty
        self._duty = max(0, min(65535, value))
        record.note("PWM(%s)" % self._pin._name(), self._duty)

    def duty_ns(self, value=None):
        if not self._freq:
            raise ValueError("freq must be set")
        if value is None:
            return self._duty * 1000000000 // (65535 * self._freq)
        self.duty_u16(value * 65535 * self._freq // 1000000000)


def bitstream(pin, encoding, timing, data):
    if encoding:
        raise ValueError("encoding")
    record.note("bitstream(%s)" % pin._name(), bytes(data))


def time_pulse_us(pin, pulse_level, timeout_us=1000000):
    # Nothing sends pulses to a simulated pin: this waits as long as the board would, in vain.
    sleep_us(timeout_us)
    return -2 if pin.value() != pulse_level else -1
