# What both hosts do around a program.

import sys


def run(config):
    import simulate_host

    simulate_host.config.update(config)
    import board_micropython

    sys.modules["micropython"] = board_micropython
    for at_ms, pin, level in config["inputs"]:
        _schedule_input(at_ms, pin, level)
    sys.argv[:] = [config["entry"]] + config["args"]
    execfile(config["entry"], {"__name__": "__main__"})
    _linger()


def _schedule_input(at_ms, pin, level):
    from simulate_control import after, set_level

    after(at_ms, lambda _: set_level(pin, level))


def _linger():
    # A board does not end with main.py: its second core and its timers go on. So does a program that has only
    # set them up. One that has run an event loop has said itself when it ends.
    import simulate_host
    import time

    if simulate_host.loop.has_run:
        return
    alarms = sys.modules.get("simulated.alarms")
    threads = sys.modules.get("_thread")
    while (alarms and alarms.wake.armed) or (threads and threads.core1_is_busy()):
        time.sleep_ms(5)
