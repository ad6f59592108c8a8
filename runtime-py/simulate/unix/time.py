# time as on RP2: sleep() serves interrupts, time() is whole seconds, a time tuple has eight items.

import utime
from utime import gmtime as _gmtime
from utime import localtime as _localtime
from utime import (
    mktime,
    sleep_ms,
    sleep_us,
    ticks_add,
    ticks_cpu,
    ticks_diff,
    ticks_ms,
    ticks_us,
    time_ns,
)


def sleep(seconds):
    # The unix port's own sleep() holds scheduled callbacks back until it is over; sleep_ms() does not.
    sleep_ms(int(1000 * seconds))


def time():
    return int(utime.time())


def gmtime(secs=None):
    return _gmtime(time() if secs is None else secs)[:8]


def localtime(secs=None):
    return _localtime(time() if secs is None else secs)[:8]
