# Work that runs before anything else that waits, in the order in which it was queued.
import asyncio

_queue = []
_after = []  # What looks at the state of things when nothing is left to run


def queue_microtask(work):
    if not _queue:
        asyncio.create_task(_drain())
    _queue.append(work)


def are_pending():
    return bool(_queue)


def when_idle(look):
    if look not in _after:
        _after.append(look)


async def _drain():
    i = 0
    try:
        while i < len(_queue):
            i += 1
            _queue[i - 1]()
    finally:
        del _queue[:i]
        if _queue:
            asyncio.create_task(_drain())
    for look in _after:
        look()
