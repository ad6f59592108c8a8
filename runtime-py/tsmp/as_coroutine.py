# A coroutine for what asyncio takes as nothing else: an awaitable object, a promise of the program's own.


async def as_coroutine(awaitable):
    return await awaitable
