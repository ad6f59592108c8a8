# machine.ADC: readings come from simulate_control.set_adc, and are 0 until then.

from .pin import Pin


class ADC:
    CORE_TEMP = 4
    _readings = {4: 14021}  # The temperature sensor's 0.706 V: 27 degrees

    def __init__(self, id, *, sample_ns=None, atten=None):
        if isinstance(id, int) and 0 <= id <= 4:
            self._channel = id
            return
        number = id._number if isinstance(id, Pin) else Pin(id)._number
        if not isinstance(number, int) or not 26 <= number <= 29:
            raise ValueError("Pin doesn't have ADC capabilities")
        self._channel = number - 26

    def read_u16(self):
        return ADC._readings.get(self._channel, 0)
