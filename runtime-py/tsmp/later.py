# A coroutine for a pause that is not awaited at once: asyncio has a single object for all its pauses.


async def later(pause, duration):
    await pause(duration)
