# select as on the board: while a poll waits, interrupts are served.
#
# The unix port's poll sleeps in the kernel when it has only files to wait for, and scheduled callbacks wait
# with it. One object that MicroPython must ask itself keeps it awake once a millisecond.

import uselect
from io import IOBase
from uselect import POLLERR, POLLHUP, POLLIN, POLLOUT

_POLL = 3


class _NeverReady(IOBase):
    def ioctl(self, request, argument):
        return 0 if request == _POLL else -1


_watched = []
_watching = None


def poll():
    poller = uselect.poll()
    if _watching is not None:
        poller.register(_watching, POLLIN)
    else:
        _watched.append(poller)
    return poller


def watch():
    # From now on every poll, also those that exist, notices interrupts.
    global _watching
    _watching = _NeverReady()
    while _watched:
        _watched.pop().register(_watching, POLLIN)
