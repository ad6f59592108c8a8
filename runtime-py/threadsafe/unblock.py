# Run one function that blocks on a thread (on RP2 the other core), while other tasks go on.

import _thread
import asyncio
from .job import Job


async def unblock(func, *args, **kwargs):
    job = Job(func, args, kwargs)
    for patience in range(20, -1, -1):
        try:
            _thread.start_new_thread(job.run, ())
            break
        except OSError:  # "core1 in use": the last job is done a moment before its thread has left
            if not patience:
                raise
            await asyncio.sleep_ms(1)
    return await job.result()
