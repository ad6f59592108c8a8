# What a test expects of the value of a promise, or of the error that it ends with.
from testing.expectation import Expectation, counted


class Settled:
    def __init__(self, actual, positive, rejects):
        self._actual = actual
        self._positive = positive
        self._rejects = rejects

    @property
    def not_(self):
        return Settled(self._actual, not self._positive, self._rejects)

    # Any method of an expectation, once the promise has settled.
    def __getattr__(self, name):
        async def check(*args):
            try:
                value = await self._actual
            except Exception as error:
                if not self._rejects:
                    raise error
                self._check_error(error, name, args)
                return
            if self._rejects:
                raise AssertionError("expected the promise to be rejected")
            getattr(Expectation(value, self._positive), name)(*args)

        return check

    def _check_error(self, error, name, args):
        expectation = Expectation(error, self._positive)
        if name not in ("toThrow", "toThrowError"):
            return getattr(expectation, name)(*args)
        counted.count += 1
        expectation._check_error(error, args[0] if args else "", "a promise rejected with ", "to throw")
