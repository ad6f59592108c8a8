# Call a function, or start a coroutine function as a task.

import asyncio


async def _example():
    pass


_coroutine = type(_example())


def launch(func, tup_args=()):
    # Returns what the function returned, or the task.
    result = func(*tup_args)
    return asyncio.create_task(result) if isinstance(result, _coroutine) else result
