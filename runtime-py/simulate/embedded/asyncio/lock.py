# Lock for tasks, handed on in the order in which they asked.

from . import core

_FREE = 0
_HELD = 1


class Lock:
    def __init__(self):
        # Between a release and the turn of the next owner, that owner's task.
        self.state = _FREE
        self.waiting = core.TaskQueue()

    def locked(self):
        return self.state == _HELD

    def release(self):
        if self.state != _HELD:
            raise RuntimeError("Lock not acquired")
        if self.waiting.peek():
            self.state = self.waiting.pop()
            core._task_queue.push(self.state)
        else:
            self.state = _FREE

    async def acquire(self):
        if self.state != _FREE:
            self.waiting.push(core.cur_task)
            core.cur_task.data = self.waiting
            try:
                yield
            except core.CancelledError:
                if self.state is core.cur_task:
                    # It was this task's turn: the next one's, then.
                    self.state = _HELD
                    self.release()
                raise
        self.state = _HELD
        return True

    async def __aenter__(self):
        return await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        return self.release()
