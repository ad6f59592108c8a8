# Ends the program when a task fails of which nobody awaits the outcome.

import asyncio
import sys


def _handle(loop, context):
    sys.print_exception(context["exception"])
    sys.exit(1)


def set_global_exception():
    asyncio.get_event_loop().set_exception_handler(_handle)
