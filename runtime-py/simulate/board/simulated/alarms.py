# What happens later on a simulated board: a timer fires, an input changes.
#
# An alarm's function runs in the main thread, between two of its instructions, as a soft interrupt on RP2
# does. How the main thread is reached is the host's affair: see simulate_host.py of each host.

import sys
from micropython import heap_lock, heap_unlock
from simulate_host import RUNS_BY_ITSELF, lock, start_clock
from utime import ticks_add, ticks_diff, ticks_ms


class Wake:
    # Read by the unix clock's thread while the main thread changes the list of alarms. Two attributes that
    # exist from the start are all that may be shared without a lock: no other thread ever moves them.
    armed = False
    due = 0


wake = Wake()
wake.armed = False
wake.due = 0

_alarms = []
_held = 0
_running = False


class Alarm:
    # `function(argument)` after `delay_us`, then every `delay_us` if `repeat`. `hard`: with the heap locked,
    # so that what must not allocate on the board fails here too.
    def __init__(self, function, argument, delay_us, repeat=False, hard=False):
        self.function = function
        self.argument = argument
        self.delay_us = delay_us
        self.repeat = repeat
        self.hard = hard
        self.due = ticks_ms()
        self.rest_us = 0
        self.active = True
        self._advance()
        with lock:
            _alarms.append(self)
            _rearm()
        start_clock()

    def cancel(self):
        self.active = False
        with lock:
            if self in _alarms:
                _alarms.remove(self)
            _rearm()

    def _advance(self):
        us = self.rest_us + self.delay_us
        self.due = ticks_add(self.due, us // 1000)
        self.rest_us = us % 1000


def call(function, argument, hard=False):
    # An uncaught exception is printed and the program goes on, as MicroPython's scheduler has it.
    try:
        if hard:
            heap_lock()
            try:
                function(argument)
            finally:
                heap_unlock()
        else:
            function(argument)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        sys.print_exception(error)


def run_due(_=None):
    # Runs what was due when it was called, earliest first; never nested, and not while interrupts are off.
    global _running
    if _running or _held:
        return
    _running = True
    try:
        now = ticks_ms()
        while True:
            alarm = _take_due(now)
            if alarm is None:
                return
            call(alarm.function, alarm.argument, alarm.hard)
    finally:
        _running = False


def look():
    # For what a program may poll in a loop: in WebAssembly nothing happens unless somebody looks.
    if wake.armed and not RUNS_BY_ITSELF:
        run_due()


def _take_due(now):
    # Not blocking: the main thread may hold the lock, and this may run in the middle of what it does.
    if not lock.acquire(0):
        return None
    try:
        alarm = _earliest()
        if alarm is None or ticks_diff(alarm.due, now) > 0:
            return None
        if alarm.repeat:
            alarm._advance()
        else:
            alarm.active = False
            _alarms.remove(alarm)
        _rearm()
        return alarm
    finally:
        lock.release()


def _earliest():
    first = None
    for alarm in _alarms:
        if first is None or ticks_diff(alarm.due, first.due) < 0:
            first = alarm
    return first


def _rearm():
    first = _earliest()
    if first is not None:
        wake.due = first.due
    wake.armed = first is not None


def due_in():
    # Milliseconds until the next alarm, or -1 if there is none.
    return max(0, ticks_diff(wake.due, ticks_ms())) if wake.armed else -1


def hold():
    global _held
    _held += 1
    return _held - 1


def release(state):
    global _held
    _held = state
