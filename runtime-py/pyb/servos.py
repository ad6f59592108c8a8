# A servo on a pin: 50 pulses a second, whose width in microseconds is the angle or the speed.

import machine

_STEP_MS = 20


class Servo:
    def __init__(self, id):
        # The number of the pin. Pulses begin with the first position.
        self._pwm = machine.PWM(machine.Pin(id), freq=1000 // _STEP_MS, duty_u16=0)
        self._width = 1500
        self._calibration = (640, 2420, 1500, 2470, 2200)
        self._timer = machine.Timer(-1)
        self._goal = 0
        self._steps = 0

    def calibration(self, *widths):
        # pulse_min, pulse_max, pulse_centre[, pulse_angle_90, pulse_speed_100]
        if not widths:
            return self._calibration
        if len(widths) not in (3, 5):
            raise TypeError("calibration takes 3 or 5 pulse widths")
        self._calibration = tuple(widths) + self._calibration[len(widths) :]

    def pulse_width(self, value=None):
        if value is None:
            return self._width
        self._steps = 0
        self._timer.deinit()
        self._set(value)

    def angle(self, angle=None, time=0):
        return self._at(angle, time, self._calibration[3], 90)

    def speed(self, speed=None, time=0):
        return self._at(speed, time, self._calibration[4], 100)

    def _at(self, value, time, full_width, full):
        centre = self._calibration[2]
        if value is None:
            return round((self._width - centre) * full / (full_width - centre))
        width = centre + int(value * (full_width - centre)) // full
        if time < _STEP_MS:
            return self.pulse_width(width)
        self._goal = width
        self._steps = time // _STEP_MS
        self._timer.init(period=_STEP_MS, callback=self._move)

    def _move(self, timer):
        if self._steps <= 1:
            timer.deinit()
        if self._steps:
            self._set(self._width + (self._goal - self._width) // self._steps)
            self._steps -= 1

    def _set(self, width):
        least, most = self._calibration[:2]
        self._width = max(least, min(most, int(width)))
        self._pwm.duty_ns(self._width * 1000)
