# What `await` takes, of a value that may be no promise, or one of the program's own.
import asyncio
from tsmp.Promise import Promise, is_coroutine


def awaitable(value):
    if isinstance(value, (Promise, asyncio.Task)) or is_coroutine(value):
        return value
    return Promise.resolve(value)
