# How a simulated board reaches the program in WebAssembly, which has neither threads nor interrupts: what is
# due runs whenever the program looks at the clock, sleeps, reads a pin or gives way to another task.

from tsmp_host import wait as _wait

config = {}


class loop:
    # Whether an event loop of the program has run to its end.
    has_run = False


RUNS_BY_ITSELF = False


class _NoLock:
    def acquire(self, wait=1):
        return True

    def release(self):
        pass

    def __enter__(self):
        pass

    def __exit__(self, *exc):
        pass


lock = _NoLock()


def start_clock():
    pass


def wait_ms(ms):
    # Shows what was printed, then sleeps without using the processor.
    if _wait(ms):
        raise KeyboardInterrupt
