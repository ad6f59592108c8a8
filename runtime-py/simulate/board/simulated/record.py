# What the simulated board has done: shown on stderr when the run asks for it, kept when a program does.

import sys
from simulate_host import config
from utime import ticks_ms

events = []
keeping = False
_showing = config.get("trace", False)


def note(what, value):
    if keeping:
        events.append((ticks_ms(), what, value))
    if _showing:
        print("[board]", what, "=", value, file=sys.stderr)


def as_bytes(data):
    """What is sent; texts are buffers as well."""
    return data.encode() if isinstance(data, str) else bytes(data)


def keep(on):
    global keeping
    keeping = on
