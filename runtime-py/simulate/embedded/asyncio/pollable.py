# Tasks that wait for streams. A stream here is a Python object that says by ioctl() whether it is ready.

_POLL = 3
_READ = 1
_WRITE = 4
_FAILED = 8 | 16


class IOQueue:
    def __init__(self):
        # id(stream) -> [task waiting to read, task waiting to write, stream]
        self.map = {}

    def queue_read(self, stream):
        self._enqueue(stream, 0)

    def queue_write(self, stream):
        self._enqueue(stream, 1)

    def _enqueue(self, stream, side):
        from . import core

        if not hasattr(stream, "ioctl"):
            raise OSError("WebAssembly has no streams but those of simulated devices")
        entry = self.map.setdefault(id(stream), [None, None, stream])
        # A second task on the same side takes the place of the first, which is lost: as on the board.
        entry[side] = core.cur_task
        # Cancelling the task calls its data's remove().
        core.cur_task.data = self

    def remove(self, task):
        for key in list(self.map):
            entry = self.map[key]
            for side in (0, 1):
                if entry[side] is task:
                    entry[side] = None
            self._drop_if_unused(key)

    def wake_ready(self, task_queue):
        for key in list(self.map):
            entry = self.map[key]
            wanted = (_READ if entry[0] else 0) | (_WRITE if entry[1] else 0)
            ready = entry[2].ioctl(_POLL, wanted)
            for side, flag in ((0, _READ), (1, _WRITE)):
                task = entry[side]
                if task is not None and ready & (flag | _FAILED):
                    entry[side] = None
                    task.data = None
                    task_queue.push(task)
            self._drop_if_unused(key)

    def _drop_if_unused(self, key):
        entry = self.map[key]
        if entry[0] is None and entry[1] is None:
            del self.map[key]
