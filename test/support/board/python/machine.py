# What the virtual board has of `machine`: the parts that tools for boards use.

import binascii
import os
import time

_RESET, _BOOTLOADER, _SOFT = 43, 44, 45
_serial = binascii.unhexlify(os.getenv("BOARD_SERIAL") or "e660583883724a31")
_clock_offset = 0
PWRON_RESET, WDT_RESET = 1, 3


def _leave(code):
    import flash_chip

    flash_chip._exit(code)


def reset():
    _leave(_RESET)


def bootloader(timeout=0):
    _leave(_BOOTLOADER)


def soft_reset():
    raise SystemExit


def unique_id():
    return _serial


def freq(hz=None):
    return 125000000


def reset_cause():
    return PWRON_RESET


class RTC:
    def datetime(self, value=None):
        global _clock_offset
        if value is not None:
            year, month, day, _, hour, minute, second, _ = value
            wanted = time.mktime((year, month, day, hour, minute, second, 0, 0, 0))
            _clock_offset = wanted - int(time.time())
            return None
        year, month, day, hour, minute, second, weekday, _ = time.localtime(
            int(time.time()) + _clock_offset
        )[:8]
        return (year, month, day, weekday, hour, minute, second, 0)


class WDT:
    def __init__(self, id=0, timeout=5000):
        pass

    def feed(self):
        pass
