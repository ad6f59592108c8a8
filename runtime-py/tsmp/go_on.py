# Tasks that are begun and resumed here, as JavaScript does it, and not by asyncio's loop.
from asyncio import core
from tsmp.queue_microtask import others_wait, queue_microtask

_nested = 0  # How many calls have begun and not come to their first wait: code is left behind each of them


# Runs a task to its next wait. It may wait for whatever asyncio has: the loop takes it as one of its own.
def go_on(task):
    outer = core.cur_task
    core.cur_task = task
    try:
        task.coro.send(None)
    except (core.CancelledError, Exception) as e:
        task.data = e
        task.state(task, e)
        task.state = False
    finally:
        core.cur_task = outer


# A coroutine's task; `ended` is called with the task and StopIteration or the error that ended it.
def begin(coroutine, ended):
    global _nested
    task = core.Task(coroutine, core.__dict__)
    task.state = ended
    _nested += 1
    try:
        go_on(task)
    finally:
        _nested -= 1


# The running task, as a microtask that lets it go on.
class Waiting:
    def __init__(self):
        self._task = core.cur_task
        self._task.data = self

    # How a task that waits is cancelled: it is in the loop's queue then, and goes on from there.
    def remove(self, task):
        self._task = None

    def __call__(self):
        task = self._task
        if task:
            task.data = None
            if callable(task.state):
                go_on(task)
            else:
                core._task_queue.push(task)


# Would JavaScript run something else before what follows an `await`?
def others_first():
    return _nested or others_wait()


def let_others_run():
    queue_microtask(Waiting())
    yield
