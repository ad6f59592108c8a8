# Run one function that blocks on a thread (on RP2 the other core), while other tasks go on.

from .job import Job
from .start import start


async def unblock(func, *args, **kwargs):
    job = Job(func, args, kwargs)
    start(job.run, ())
    return await job.result()
