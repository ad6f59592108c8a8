# micropython as on the board: the host ports lack these names. Put in its place by run.py.

from micropython import *


def alloc_emergency_exception_buf(size):
    pass
