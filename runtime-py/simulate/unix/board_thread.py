# _thread as on RP2: core 1 is one, and busy until its function ends. Put in place of _thread by run.py.

import sys
from _thread import *
from _thread import start_new_thread as start_host_thread

# The thread of main.py, which is the first to come here.
CORE_0 = get_ident()

_lock = allocate_lock()
_busy = False


def start_new_thread(function, args, kwargs={}):
    global _busy
    with _lock:
        if _busy:
            raise OSError("core1 in use")
        _busy = True
    return start_host_thread(_core1, (function, args, kwargs))


def _core1(function, args, kwargs):
    global _busy
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as error:
        print("Unhandled exception in thread started by", function, file=sys.stderr)
        sys.print_exception(error, sys.stderr)
    _busy = False


def core1_is_busy():
    return _busy
