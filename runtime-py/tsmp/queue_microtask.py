# Work that runs before anything else that waits, in the order in which it was queued.
import asyncio
from tsmp.uncaught import uncaught

_queue = []
_begun = 0  # How many of them have begun
_after = []  # What looks at the state of things when nothing is left to run


def queue_microtask(work):
    if not _queue:
        asyncio.create_task(_drain())
    _queue.append(work)


def are_pending():
    return bool(_queue)


def others_wait():
    return len(_queue) > _begun


def when_idle(look):
    if look not in _after:
        _after.append(look)


async def _drain():
    global _begun
    try:
        while _begun < len(_queue):
            work = _queue[_begun]
            _begun += 1
            if _begun > 16:
                del _queue[:_begun - 1]
                _begun = 1
            work()
    except Exception as e:
        uncaught(e)
    finally:
        del _queue[:_begun]
        _begun = 0
        if _queue:
            asyncio.create_task(_drain())
    for look in _after:
        look()
