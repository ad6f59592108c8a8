# The event loop. The classes in C read `cur_task`, `_task_queue` and `CancelledError` of this module.

import sys

from _asyncio import Task, TaskQueue
from simulate_host import loop, wait_ms
from simulated.alarms import due_in, look
from utime import ticks_add, ticks_diff
from utime import ticks_ms as ticks

from .pollable import IOQueue


class CancelledError(BaseException):
    pass


class TimeoutError(Exception):
    pass


# What to call when a task that nobody awaits has ended with an exception: see Loop.
_exc_context = {"message": "Task exception wasn't retrieved", "exception": None, "future": None}

# A task that somebody stopped the loop with.
_stop_task = None

# How long to sleep at most when only the outside world can wake the loop.
_LONG_MS = 1000


class SingletonGenerator:
    # Suspends the current task until `state`, a time. The one object serves every sleep: nothing is allocated.
    def __init__(self):
        self.state = None
        self.finished = StopIteration()

    def __iter__(self):
        return self

    def __next__(self):
        if self.state is None:
            self.finished.__traceback__ = None
            raise self.finished
        _task_queue.push(cur_task, self.state)
        self.state = None


def sleep_ms(t, sgen=SingletonGenerator()):
    sgen.state = ticks_add(ticks(), max(0, t))
    return sgen


def sleep(t):
    return sleep_ms(int(t * 1000))


def _promote_to_task(aw):
    return aw if isinstance(aw, Task) else create_task(aw)


def create_task(coro):
    if not hasattr(coro, "send"):
        raise TypeError("coroutine expected")
    task = Task(coro, globals())
    _task_queue.push(task)
    return task


def current_task():
    if cur_task is None:
        raise RuntimeError("no running event loop")
    return cur_task


def run(coro):
    return run_until_complete(create_task(coro))


def run_until_complete(main_task=None):
    # Runs until `main_task` has ended, and gives its value or raises its exception.
    global cur_task
    try:
        while True:
            task = _next_task()
            if task is None:
                return None
            cur_task = task
            if task.state is None:
                _report(task)
                continue
            ended = _step(task)
            if ended is None:
                continue
            if task is main_task:
                if isinstance(ended, StopIteration):
                    return ended.value
                raise ended
            _conclude(task, ended)
    finally:
        cur_task = None
        loop.has_run = True


def _next_task():
    # Waits until a task is due; None when no task is left that anything could wake.
    while True:
        look()
        if _io_queue.map:
            _io_queue.wake_ready(_task_queue)
        task = _task_queue.peek()
        if task is None and not _io_queue.map:
            return None
        wait = _LONG_MS if task is None else ticks_diff(task.ph_key, ticks())
        if task is not None and wait <= 0:
            return _task_queue.pop()
        alarm = due_in()
        if alarm >= 0:
            wait = min(wait, alarm)
        wait_ms(max(0, wait))


def _step(task):
    # Runs the task to its next await; gives the exception, StopIteration among them, that it ended with.
    thrown = task.data
    try:
        if not thrown:
            task.coro.send(None)
        else:
            task.data = None
            task.coro.throw(thrown)
    except (CancelledError, Exception) as error:
        return error


def _conclude(task, error):
    # `state` says who waits: True nobody yet, a queue of tasks, or a function of gather's. Then None if nobody
    # has asked for the outcome, False if somebody has.
    waiters = task.state
    awaited = False
    if waiters is True:
        task.state = None
    elif callable(waiters):
        waiters(task, error)
        task.state = False
        awaited = True
    else:
        while waiters.peek():
            _task_queue.push(waiters.pop())
            awaited = True
        task.state = False
    if not awaited and not isinstance(error, (CancelledError, StopIteration)):
        # One more turn in the queue: whoever awaits it until then gets the exception.
        _task_queue.push(task)
    task.data = error


def _report(task):
    # The task ended one turn ago, and nobody has asked.
    _exc_context["exception"] = task.data
    _exc_context["future"] = task
    Loop.call_exception_handler(_exc_context)


async def _stopper():
    pass


class Loop:
    _exc_handler = None

    def create_task(coro):
        return create_task(coro)

    def run_forever():
        global _stop_task
        _stop_task = Task(_stopper(), globals())
        run_until_complete(_stop_task)

    def run_until_complete(aw):
        return run_until_complete(_promote_to_task(aw))

    def stop():
        global _stop_task
        if _stop_task is not None:
            _task_queue.push(_stop_task)
            _stop_task = None

    def close():
        pass

    def set_exception_handler(handler):
        Loop._exc_handler = handler

    def get_exception_handler():
        return Loop._exc_handler

    def default_exception_handler(loop, context):
        print(context["message"], file=sys.stderr)
        print("future:", context["future"], "coro=", context["future"].coro, file=sys.stderr)
        sys.print_exception(context["exception"], sys.stderr)

    def call_exception_handler(context):
        (Loop._exc_handler or Loop.default_exception_handler)(Loop, context)


def get_event_loop(runq_len=0, waitq_len=0):
    return Loop


def new_event_loop():
    global _task_queue, _io_queue, cur_task
    _task_queue = TaskQueue()
    _io_queue = IOQueue()
    cur_task = None
    return Loop


cur_task = None
new_event_loop()
