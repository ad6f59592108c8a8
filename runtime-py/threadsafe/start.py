# Start a thread, on RP2 the second core, that a thread before it may be about to leave.

import _thread
from time import sleep_ms


def start(func, args):
    for patience in range(20, -1, -1):
        try:
            return _thread.start_new_thread(func, args)
        except OSError:  # "core1 in use": what the old thread did last was seen before it had ended
            if not patience:
                raise
            sleep_ms(1)
