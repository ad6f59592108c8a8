# The end of a main program: pending tasks, timers and promises run; an error that nobody caught ends the program.
from asyncio import core, create_task
from tsmp.uncaught import Uncaught, end_when_uncaught


def run_main(coroutine=None):
    failed = []

    def stop(loop, context):
        raise Uncaught(context["exception"])

    core.Loop.set_exception_handler(stop)
    end_when_uncaught()
    if hasattr(coroutine, "send"):  # No promise, which has begun already
        create_task(coroutine)
    # What run_forever would wait for; since MicroPython 1.26 it does so even when nothing is left to run.
    stopper = core._stop_task = core.Task(core._stopper(), core.__dict__)
    stopper.state = False
    try:
        core.run_until_complete(stopper)
    except Uncaught as e:
        failed.append(e.args[0])
    if failed:
        raise failed[0]
