# Waiting, and the time since the start.

from time import sleep_ms as delay
from time import sleep_us as udelay
from time import ticks_ms as millis
from time import ticks_us as micros

_PERIOD = 0x3FFFFFFF  # The counters of RP2 wrap at 30 bits, so that they stay small integers


def elapsed_millis(start):
    return (millis() - start) & _PERIOD


def elapsed_micros(start):
    return (micros() - start) & _PERIOD
