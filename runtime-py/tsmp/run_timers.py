# The end of a main program that runs asyncio itself: timers that are left are waited for, as in Node.
import asyncio
from tsmp.set_timeout import rest


def run_timers():
    asyncio.run(rest())
