# The end of a main program that runs asyncio itself: timers that are left are waited for, as in Node.
from asyncio import run
from tsmp.set_timeout import rest


def run_timers():
    run(rest())
