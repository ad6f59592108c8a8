# What a test expects of a value; where it does not hold, an AssertionError says what was found instead.
from testing.alike import alike, identical
from testing.shown import shown
from tsmp.truthy import truthy


class Expectation:
    def __init__(self, actual, positive):
        self._actual = actual
        self._positive = positive

    @property
    def not_(self):
        return Expectation(self._actual, not self._positive)

    def toBe(self, expected):
        self._check(identical(self._actual, expected), "to be " + shown(expected))

    def toEqual(self, expected):
        self._check(alike(self._actual, expected), "to equal " + shown(expected))

    def toStrictEqual(self, expected):
        self._check(alike(self._actual, expected), "to equal " + shown(expected))

    def toBeCloseTo(self, expected, digits=2):
        near = abs(self._actual - expected) < 10**-digits / 2
        self._check(near, "to be close to " + shown(expected))

    def toBeTruthy(self):
        self._check(truthy(self._actual), "to be truthy")

    def toBeFalsy(self):
        self._check(not truthy(self._actual), "to be falsy")

    def toBeNaN(self):
        self._check(self._actual != self._actual, "to be NaN")

    def toBeUndefined(self):
        self._check(self._actual is None, "to be undefined")

    def toBeDefined(self):
        self._check(self._actual is not None, "to be defined")

    def toBeGreaterThan(self, other):
        self._check(self._actual > other, "to be greater than " + shown(other))

    def toBeGreaterThanOrEqual(self, other):
        self._check(self._actual >= other, "to be at least " + shown(other))

    def toBeLessThan(self, other):
        self._check(self._actual < other, "to be less than " + shown(other))

    def toBeLessThanOrEqual(self, other):
        self._check(self._actual <= other, "to be at most " + shown(other))

    def toContain(self, item):
        actual = self._actual
        if type(actual) is str:
            found = item in actual
        else:
            found = any([identical(one, item) for one in actual])
        self._check(found, "to contain " + shown(item))

    def toContainEqual(self, item):
        found = any([alike(one, item) for one in self._actual])
        self._check(found, "to contain " + shown(item))

    def toBeInstanceOf(self, kind):
        self._check(isinstance(self._actual, kind), "to be a " + kind.__name__)

    def toHaveLength(self, length):
        self._check(len(self._actual) == length, "to have the length " + shown(length))

    def toThrow(self, expected=""):
        wanted = "to throw" + (" " + shown(expected) if expected else "")
        try:
            self._actual()
        except Exception as error:
            if type(expected) is str:
                matches = expected in _message(error)
            else:
                matches = isinstance(error, expected)
            if matches is self._positive:
                return
            found = "%s: %s" % (type(error).__name__, _message(error))
            raise AssertionError(self._sentence("a function that threw " + found, wanted))
        if self._positive:
            raise AssertionError(self._sentence("the function", wanted))

    def _check(self, holds, wanted):
        if holds is not self._positive:
            raise AssertionError(self._sentence(shown(self._actual), wanted))

    def _sentence(self, found, wanted):
        return "expected %s %s%s" % (found, "" if self._positive else "not ", wanted)


def _message(error):
    return str(error.args[0]) if error.args else ""


def expect(actual):
    return Expectation(actual, True)
