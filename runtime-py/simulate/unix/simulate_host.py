# How a simulated board reaches the main thread on the unix port: a thread watches the clock and asks
# MicroPython's scheduler to run what is due, as the timer interrupt does on RP2.

from board_thread import allocate_lock, start_host_thread
from micropython import schedule
from utime import sleep_ms, ticks_diff, ticks_ms

config = {}


class loop:
    # Whether an event loop of the program has run to its end.
    has_run = False

lock = allocate_lock()

# What is due runs by itself; nobody need look.
RUNS_BY_ITSELF = True

_started = False


def start_clock():
    global _started
    if _started:
        return
    _started = True
    import select

    select.watch()
    start_host_thread(_tick, ())


def _tick():
    from simulated.alarms import run_due, wake

    while True:
        sleep_ms(1)
        if wake.armed and ticks_diff(wake.due, ticks_ms()) <= 0:
            try:
                schedule(run_due, None)
            except RuntimeError:
                pass  # The queue is full: next millisecond

