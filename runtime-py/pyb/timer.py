# The Pyboard's timers 1 to 14, each an alarm of RP2. Their clock is the Pyboard's, so that numbers written for
# one mean the same; a period is rounded to whole microseconds.

import machine
from .timer_channel import TimerChannel

_FAST = (1, 8, 9, 10, 11)  # These count at 168 MHz, the others at 84 MHz

_timers = {}


class Timer:
    UP, DOWN, CENTER = range(3)
    PWM, PWM_INVERTED, IC, OC_TIMING, OC_ACTIVE, OC_INACTIVE, OC_TOGGLE = range(7)
    OC_FORCED_ACTIVE, OC_FORCED_INACTIVE, ENC_A, ENC_B, ENC_AB = range(7, 12)
    RISING, FALLING, BOTH, HIGH, LOW = range(5)
    BRK_OFF, BRK_LOW, BRK_HIGH = range(3)

    def __new__(cls, id, **settings):
        # One object per timer: Timer(4) is the Timer(4) that is already running.
        if id not in _timers:
            if not 1 <= id <= 14:
                raise ValueError("Timer(%d) doesn't exist" % id)
            _timers[id] = object.__new__(cls)
            _timers[id]._setup(id)
        return _timers[id]

    def __init__(self, id, **settings):
        if settings:
            self.init(**settings)

    def _setup(self, id):
        self._source = 168000000 if id in _FAST else 84000000
        self._prescaler = None
        self._period = None
        self._callback = None
        self._alarm = machine.Timer(-1)
        self._on_alarm = self._overflow  # Bound here, where it may allocate
        self._channels = {}

    def init(self, *, freq=None, prescaler=None, period=None, mode=UP, div=1, callback=None, deadtime=0):
        if mode != Timer.UP:
            raise NotImplementedError("pyb.Timer counts up only on RP2")
        if freq is not None:
            prescaler, period = _divide(self._source, freq)
        elif prescaler is None or period is None:
            raise TypeError("must specify either freq, or prescaler and period")
        self._prescaler = prescaler
        self._period = period
        self._callback = callback
        self._start()

    def deinit(self):
        self._alarm.deinit()
        self._callback = None
        for channel in self._channels.values():
            channel.deinit()
        self._channels.clear()

    def callback(self, fun):
        self._callback = fun
        self._start()

    def source_freq(self):
        return self._source

    def freq(self, value=None):
        if value is None:
            ticks = (self._prescaler + 1) * (self._period + 1)
            return self._source // ticks if self._source % ticks == 0 else self._source / ticks
        self._prescaler, self._period = _divide(self._source, value)
        self._start()

    def prescaler(self, value=None):
        if value is None:
            return self._prescaler
        self._prescaler = value
        self._start()

    def period(self, value=None):
        if value is None:
            return self._period
        self._period = value
        self._start()

    def counter(self, value=None):
        raise NotImplementedError("pyb.Timer.counter: an alarm of RP2 has no counter")

    def channel(self, channel, mode=None, *, callback=None, pin=None, pulse_width=None, pulse_width_percent=None):
        if mode is None:
            return self._channels.get(channel)
        if mode not in (Timer.PWM, Timer.PWM_INVERTED) or pin is None or callback is not None:
            raise NotImplementedError("pyb.Timer.channel: on RP2 it makes PWM on a pin, and nothing else")
        made = TimerChannel(self, pin, mode == Timer.PWM_INVERTED)
        if pulse_width is not None:
            made.pulse_width(pulse_width)
        if pulse_width_percent is not None:
            made.pulse_width_percent(pulse_width_percent)
        self._channels[channel] = made
        return made

    def _start(self):
        self._alarm.deinit()
        if self._period is None:
            return
        for channel in self._channels.values():
            channel.retune()
        if self._callback is None:
            return
        us = (self._prescaler + 1) * (self._period + 1) * 1000000 // self._source
        tick_hz = 1000000
        if us > 0x3FFFFFFF:  # 18 minutes; from here on a millisecond more or less is nothing
            us //= 1000
            tick_hz = 1000
        try:
            self._alarm.init(period=us, tick_hz=tick_hz, callback=self._on_alarm, hard=True)
        except TypeError:  # Before 1.26 a timer of RP2 calls from the scheduler
            self._alarm.init(period=us, tick_hz=tick_hz, callback=self._on_alarm)

    def _overflow(self, alarm):
        fun = self._callback
        if fun is not None:
            fun(self)


def _divide(source, freq):
    # Prescaler and period, both less 1, with a period of 16 bits: as a Pyboard chooses them.
    if freq <= 0:
        raise ValueError("invalid freq")
    prescaler = 1
    while freq < 1:
        prescaler *= 10
        freq *= 10
    period = max(1, int(source // freq))
    while period > 0xFFFF:
        for factor in (5, 3, 2):
            if period % factor == 0 or factor == 2:
                prescaler *= factor
                period //= factor
                break
    return prescaler - 1, period - 1
