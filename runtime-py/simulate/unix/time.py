# time as on RP2: sleep() serves interrupts, time() is whole seconds, a time tuple has eight items.

import utime
from board_thread import CORE_0, get_ident
from simulated.alarms import run_due, wake
from utime import gmtime as _gmtime
from utime import localtime as _localtime
from utime import (
    mktime,
    sleep_us,
    ticks_add,
    ticks_cpu,
    ticks_diff,
    ticks_ms,
    ticks_us,
    time_ns,
)
from utime import sleep_ms as _sleep_ms


def sleep_ms(ms):
    _sleep_ms(ms)
    # On a busy computer the clock's thread may be late; what was due while we slept has happened by now.
    if wake.armed and get_ident() == CORE_0:
        run_due()


def sleep(seconds):
    # The unix port's own sleep() holds scheduled callbacks back until it is over; sleep_ms() does not.
    sleep_ms(int(1000 * seconds))


def time():
    return int(utime.time())


def gmtime(secs=None):
    return _gmtime(time() if secs is None else secs)[:8]


def localtime(secs=None):
    return _localtime(time() if secs is None else secs)[:8]
