# time as on RP2, for WebAssembly: whoever looks at the clock or sleeps lets what is due happen.

import utime
from simulate_host import wait_ms
from simulated.alarms import due_in, run_due, wake
from tsmp_host import microseconds
from utime import gmtime as _gmtime
from utime import localtime as _localtime
from utime import mktime, ticks_add, ticks_diff, time_ns
from utime import ticks_ms as _ticks_ms

_PERIOD = 0x1FFFFFFF


def ticks_ms():
    if wake.armed:
        run_due()
    return _ticks_ms()


def ticks_us():
    # The port's own counts whole milliseconds.
    if wake.armed:
        run_due()
    return int(microseconds()) & _PERIOD


ticks_cpu = ticks_us


def sleep_ms(ms):
    end = ticks_add(_ticks_ms(), max(0, ms))
    while True:
        run_due()
        left = ticks_diff(end, _ticks_ms())
        if left <= 0:
            return
        alarm = due_in()
        wait_ms(left if alarm < 0 else min(left, max(1, alarm)))


def sleep(seconds):
    sleep_ms(int(1000 * seconds))


def sleep_us(us):
    if us >= 1000:
        sleep_ms(us // 1000)
        us %= 1000
    end = microseconds() + us
    while microseconds() < end:
        pass


def time():
    return int(utime.time())


def gmtime(secs=None):
    return _gmtime(time() if secs is None else secs)[:8]


def localtime(secs=None):
    return _localtime(time() if secs is None else secs)[:8]
