# An async iterator with JavaScript's protocol as `async for` takes it.
from tsmp.in_turn import in_turn


class AsyncSteps:
    def __init__(self, it):
        self._it = it

    def __aiter__(self):
        return self

    async def __anext__(self):
        result = await in_turn(self._it.next())
        if result.done:
            self._it = None
            raise StopAsyncIteration
        return result.value

    async def aclose(self):
        if self._it and hasattr(self._it, "return_"):
            await self._it.return_()


def iterate_async(it):
    return it if hasattr(it, "__anext__") else AsyncSteps(it)
