# A thread (on RP2 the other core) that runs functions which block, one after the other, while tasks go on.

from .job import Job
from .core import ThreadSafeQueue
from .start import start


class Context:
    def __init__(self, qsize=10):
        self._jobs = ThreadSafeQueue(qsize + 1)  # One slot of a queue is never filled
        start(self._work, ())

    def _work(self):
        while True:
            self._jobs.get_sync(True).run()

    async def assign(self, func, *args, **kwargs):
        job = Job(func, args, kwargs)
        await self._jobs.put(job)
        return await job.result()
