# The chip as a whole: its clock, its number, random numbers, and ways to stop or restart it.

import machine
import os
from machine import bootloader, unique_id
from machine import idle as wfi
from machine import reset as hard_reset


def freq(sysclk=None, *buses):
    # A Pyboard has four clocks, RP2 one that stands for them all.
    if sysclk is not None:
        machine.freq(sysclk)
        return None
    hz = machine.freq()
    return (hz, hz, hz, hz)


def rng():
    return int.from_bytes(os.urandom(4), "little") & 0x3FFFFFFF


def sync():
    if hasattr(os, "sync"):
        os.sync()
