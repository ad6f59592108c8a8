# setTimeout and setInterval: callbacks in the order in which they are due, each run as a task of its own would be.
import asyncio
from tsmp.queue_microtask import are_pending
from tsmp.uncaught import uncaught
from time import ticks_add, ticks_diff, ticks_ms

_due = []  # Timers, the next one first
_in_charge = 0  # The number of the task that serves them: those with smaller numbers leave


class Timeout:
    def __init__(self, at, every, work, args):
        self.at = at
        self.every = every
        self.work = work
        self.args = args


def set_timeout(work, ms=0, *args):
    return _start(work, ms, None, args)


def set_interval(work, ms=0, *args):
    return _start(work, ms, True, args)


def clear_timeout(timeout):
    if timeout:
        timeout.every = None
        if timeout in _due:
            _due.remove(timeout)


def _start(work, ms, repeats, args):
    ms = max(int(ms or 0), 1)
    timeout = Timeout(ticks_add(ticks_ms(), ms), ms if repeats else None, work, args)
    _add(timeout)
    return timeout


def _add(timeout):
    if _insert(timeout) == 0:  # A task that waits for a later one finds that it is no longer in charge
        _serve()


def _insert(timeout):
    i = len(_due)
    while i and ticks_diff(_due[i - 1].at, timeout.at) > 0:
        i -= 1
    _due.insert(i, timeout)
    return i


async def rest():
    _serve()  # The loop may be a new one, which knows of no task
    while _due:
        await asyncio.sleep_ms(max(1, ticks_diff(_due[0].at, ticks_ms())))


def _serve():
    global _in_charge
    _in_charge += 1
    asyncio.create_task(_serve_first(_in_charge))


async def _serve_first(me):
    while _in_charge == me and _due:
        wait = ticks_diff(_due[0].at, ticks_ms())
        if wait > 0:
            await asyncio.sleep_ms(wait)
            continue
        if are_pending():  # Microtasks come before timers, however long the program took
            await asyncio.sleep_ms(0)
            continue
        timeout = _due.pop(0)
        try:
            timeout.work(*timeout.args)
        except Exception as e:
            uncaught(e)
        finally:
            if timeout.every:
                timeout.at = ticks_add(ticks_ms(), timeout.every)
                _insert(timeout)
            if _in_charge == me and _due:
                _serve()  # As a new task: microtasks come first
        return
