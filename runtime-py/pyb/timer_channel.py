# A channel of a pyb.Timer that makes pulses on a pin.

import machine


class TimerChannel:
    def __init__(self, timer, pin, inverted):
        self._timer = timer
        self._pwm = machine.PWM(pin, freq=max(1, int(timer.freq())), duty_u16=0, invert=inverted)
        self._width = 0
        self._percent = None  # Set when the width was given in percent, which outlives a change of period

    def pulse_width(self, value=None):
        if value is None:
            return self._width
        self._width = value
        self._percent = None
        self._pwm.duty_u16(_duty(value, self._timer.period() + 1))

    def pulse_width_percent(self, value=None):
        if value is None:
            return self._width * 100 / (self._timer.period() + 1) if self._percent is None else self._percent
        self._percent = value
        self._width = int(value * (self._timer.period() + 1)) // 100
        self._pwm.duty_u16(max(0, min(65535, int(value * 65535) // 100)))

    def capture(self, value=None):
        raise NotImplementedError("pyb.Timer.channel: RP2 captures nothing")

    compare = capture

    def retune(self):
        self._pwm.freq(max(1, int(self._timer.freq())))
        if self._percent is None:
            self.pulse_width(self._width)
        else:
            self.pulse_width_percent(self._percent)

    def deinit(self):
        self._pwm.deinit()


def _duty(width, period):
    # width / period of 65535. Scaled so that it fits a small integer: a timer's callback may set a width.
    if width >= period:
        return 65535
    while period > 0x3FFF:
        period >>= 1
        width >>= 1
    return width * 65535 // period
