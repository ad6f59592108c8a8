# An async function that returns a promise from within a `try`: it is awaited when the `try` is over.
from tsmp.awaitable import awaitable


def returning(function):
    async def run(*args):
        return await awaitable(await function(*args))

    return run
