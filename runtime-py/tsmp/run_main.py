# The end of a main program: pending tasks, timers and promises run; an error that nobody caught ends the program.
import asyncio
from tsmp.uncaught import Uncaught, end_when_uncaught


def run_main(coroutine=None):
    loop = asyncio.get_event_loop()
    failed = []

    def stop(loop, context):
        raise Uncaught(context["exception"])

    loop.set_exception_handler(stop)
    end_when_uncaught()
    if hasattr(coroutine, "send"):  # No promise, which has begun already
        asyncio.create_task(coroutine)
    try:
        loop.run_forever()
    except Uncaught as e:
        failed.append(e.args[0])
    if failed:
        raise failed[0]
