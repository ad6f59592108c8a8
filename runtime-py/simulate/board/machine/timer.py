# machine.Timer: the soft timer of RP2. Periods below a millisecond fire as often, a millisecond's worth at once.

from simulated.alarms import Alarm


class Timer:
    ONE_SHOT = 0
    PERIODIC = 1

    def __init__(self, id=-1, **kwargs):
        if id != -1:
            raise ValueError("Timer doesn't exist")
        self._alarm = None
        if kwargs:
            self.init(**kwargs)

    def init(self, *, mode=1, callback=None, period=0xFFFFFFFF, tick_hz=1000, freq=None, hard=False):
        self.deinit()
        if freq is not None:
            delay_us = int(1000000 / freq) if isinstance(freq, float) else 1000000 // freq
        else:
            delay_us = period * 1000000 // tick_hz
        if callback is not None:
            self._alarm = Alarm(callback, self, max(1, delay_us), mode == Timer.PERIODIC, hard)

    def deinit(self):
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
