# Waiting for one task with a time limit, and for several tasks.

from . import core


class _Watch:
    # Awaits a task on behalf of one that sleeps, and ends its sleep.
    def __init__(self, waiter):
        self.waiter = waiter
        self.ended = False
        self.value = None
        self.error = None

    async def run(self, task):
        try:
            self.value = await task
        except BaseException as error:
            self.error = error
        self.ended = True
        if self.waiter is not None:
            self.waiter.cancel()


async def wait_for(aw, timeout, sleep=core.sleep):
    task = core._promote_to_task(aw)
    if timeout is None:
        return await task
    watch = _Watch(core.cur_task)
    watcher = core.create_task(watch.run(task))
    try:
        await sleep(timeout)
    except core.CancelledError:
        watch.waiter = None
        if watch.ended:
            if watch.error is not None:
                raise watch.error
            return watch.value
        # It was somebody else who cancelled this task. The watcher passes it on to the one it awaits.
        watcher.cancel()
        raise
    watch.waiter = None
    watcher.cancel()
    await watcher
    raise core.TimeoutError


def wait_for_ms(aw, timeout):
    return wait_for(aw, timeout, core.sleep_ms)


class _Gathering:
    # The `data` of a task that gathers: cancelling the task calls remove().
    def __init__(self, task, stop_at_error):
        self.task = task
        self.stop_at_error = stop_at_error
        self.missing = 0
        self.error = None
        # One bound method, so that `is` knows it again.
        self.on_end = self.child_ended

    def remove(self, task):
        pass

    def add(self, child):
        if child.done():
            child.state = False
            if self.stop_at_error and not isinstance(child.data, StopIteration):
                self.error = self.error or child.data
        elif child.state is True:
            child.state = self.on_end
            self.missing += 1
        else:
            raise RuntimeError("can't gather")

    def child_ended(self, child, error):
        self.missing -= 1
        if self.task.data is not self:
            return
        if self.stop_at_error and not isinstance(error, StopIteration):
            self.error = error
        elif self.missing > 0:
            return
        self.task.data = None
        core._task_queue.push(self.task)

    def let_go(self, children):
        # Children that still run are nobody's now: their exceptions are reported.
        for child in children:
            if child.state is self.on_end:
                child.state = True


async def gather(*aws, return_exceptions=False):
    gathering = _Gathering(core.cur_task, stop_at_error=not return_exceptions)
    children = [core._promote_to_task(aw) for aw in aws]
    for child in children:
        gathering.add(child)
    try:
        if gathering.missing > 0 and gathering.error is None:
            core.cur_task.data = gathering
            yield
    except core.CancelledError:
        for child in children:
            child.cancel()
        raise
    finally:
        gathering.let_go(children)
    if gathering.error is not None:
        raise gathering.error
    return [_outcome(child.data) for child in children]


def _outcome(ended):
    return ended.value if isinstance(ended, StopIteration) else ended
