# The board's LED. On a Pico W the wireless chip holds it: on and off, and from the first core only.

import machine


class LED:
    def __init__(self, id):
        # 1 is the LED of the board. RP2 boards have no other; a machine.Pin names one that was added.
        if isinstance(id, int):
            if id != 1:
                raise ValueError("LED(%d) doesn't exist" % id)
            id = machine.Pin("LED")
        self._pin = id
        self._pin.init(machine.Pin.OUT, value=0)
        self._pwm = None
        self._level = 0

    def on(self):
        self.intensity(255)

    def off(self):
        self.intensity(0)

    def toggle(self):
        self.intensity(0 if self._level else 255)

    def intensity(self, value=None):
        if value is None:
            return self._level
        if 0 < value < 255 and self._pwm is None:
            self._pwm = self._dim()
        self._level = max(0, min(255, value))
        if self._pwm:
            self._pwm.duty_u16(self._level * 257)  # 255 * 257 is 65535
        else:
            self._pin.value(self._level > 0)

    def _dim(self):
        # Pulses on a pin of the wireless chip would come out on a GPIO of the same number.
        return False if "WL_GPIO" in repr(self._pin) else machine.PWM(self._pin, freq=1000, duty_u16=0)
