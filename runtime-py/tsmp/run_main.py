# The end of a main program: pending tasks, timers and promises run; an error that nobody caught ends the program.
import asyncio


def run_main(coroutine=None):
    loop = asyncio.get_event_loop()
    uncaught = []

    def stop(loop, context):
        uncaught.append(context["exception"])
        loop.stop()

    loop.set_exception_handler(stop)
    if coroutine:
        asyncio.create_task(coroutine)
    loop.run_forever()
    if uncaught:
        raise uncaught[0]
