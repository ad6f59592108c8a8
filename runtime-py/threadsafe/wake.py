# How code in another context reaches a task: it changes something, then rings; the task waits until it has.

import asyncio

try:
    from _thread import allocate_lock

    _bell = allocate_lock()
except ImportError:  # One core, which interrupts wake anyhow
    _bell = None


def ring():
    # On RP2 an idle core sits in WFE, and a store to memory does not end that. Releasing a mutex does: it
    # issues SEV. Whoever fails to get the lock need not wait, and in an interrupt must not: the holder is
    # about to release it.
    if _bell and _bell.acquire(0):
        _bell.release()


async def until(ready):
    # asyncio asks ready() whenever it polls. A flag that the other side had to set could be set just before
    # the task looks away; a condition stays true, so there is no wake-up to lose. Each waiting task has its
    # own stream: asyncio knows one reader per stream, and forgets the first for the second.
    while not ready():  # Again, for another task may have been faster
        flag = asyncio.ThreadSafeFlag()
        flag.ioctl = lambda req, flags: -1 if req != 3 else ready() and flags  # 3: MP_STREAM_POLL
        await flag.wait()
