# Async generators, which MicroPython lacks: `yield x` in the body is `await gen.give(x)`. The body is driven by
# whoever awaits the next value; what it awaits itself goes through to the loop.
from tsmp.IteratorResult import IteratorResult
from tsmp.go_on import let_others_run, others_first


class AsyncGenerator:
    def __init__(self, body, args):
        self._body = body(self, *args)
        self._given = None
        self._returned = None
        self._ended = False

    def __aiter__(self):
        return self

    # A generator, and so awaitable: runs the body up to its next `yield`.
    def _step(self, resume, value):
        try:
            result = resume(value)
            while result is not self:
                try:
                    received = yield result
                except BaseException as e:
                    result = self._body.throw(e)
                else:
                    result = self._body.send(received)
        except StopIteration as e:
            self._ended = True
            self._returned = e.value
            raise StopAsyncIteration
        except BaseException:
            self._ended = True
            raise
        return self._given

    def give(self, value):
        if others_first():
            yield from let_others_run()
        self._given = value
        return (yield self)

    def __anext__(self):
        try:
            value = yield from self._step(self._body.send, None)
        except StopAsyncIteration:
            if others_first():
                yield from let_others_run()
            raise
        if others_first():
            yield from let_others_run()
        return value

    async def next(self, value=None):
        if self._ended:
            return IteratorResult(None, True)
        try:
            try:
                return IteratorResult(await self._step(self._body.send, value), False)
            except TypeError as e:
                if "just-started" not in str(e):
                    raise
                self._ended = False
                return IteratorResult(await self._step(self._body.send, None), False)
        except StopAsyncIteration:
            return IteratorResult(self._returned, True)

    async def throw_(self, error):
        try:
            return IteratorResult(await self._step(self._body.throw, error), False)
        except StopAsyncIteration:
            return IteratorResult(self._returned, True)

    async def return_(self, value=None):
        await self.aclose()
        return IteratorResult(value, True)

    async def aclose(self):
        if not self._ended:
            try:
                await self._step(self._body.throw, GeneratorExit())
            except (StopAsyncIteration, GeneratorExit):
                pass


def async_generator(body):
    return lambda *args: AsyncGenerator(body, args)
