# Sleep, reset, the watchdog and the interrupt switch.

import sys
import time

from simulated import alarms

PWRON_RESET = 1
WDT_RESET = 3

_hz = 125000000


def unique_id():
    return b"\xe6\x61\x00simul"


def freq(hz=None):
    global _hz
    if hz is None:
        return _hz
    if not 10000000 <= hz <= 300000000:
        raise ValueError("cannot change frequency")
    _hz = hz


def reset_cause():
    return PWRON_RESET


def reset():
    # A reset ends the run: the program that would start again is the same one.
    raise SystemExit


def soft_reset():
    raise SystemExit


def bootloader(value=None):
    raise SystemExit


def idle():
    time.sleep_ms(1)


def lightsleep(time_ms=None):
    if time_ms is None:
        raise NotImplementedError("machine.lightsleep() without a time wakes only on a board's pins")
    time.sleep_ms(time_ms)


def deepsleep(time_ms=None):
    lightsleep(time_ms)
    reset()


def disable_irq():
    return alarms.hold()


def enable_irq(state):
    alarms.release(state)


class WDT:
    def __init__(self, id=0, timeout=5000):
        if id != 0:
            raise ValueError("WDT(%s) doesn't exist" % id)
        if not 1 <= timeout <= 8388:
            raise ValueError("timeout exceeds 8388")
        self._timeout = timeout
        self._alarm = None
        self.feed()

    def feed(self):
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = alarms.Alarm(_bite, self._timeout, self._timeout * 1000)


def _bite(timeout):
    print("machine.WDT: not fed for", timeout, "ms; here a board resets", file=sys.stderr)
