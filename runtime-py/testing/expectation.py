# What a test expects of a value; where it does not hold, an AssertionError says what was found instead.
from testing.alike import alike, identical, includes, property_of
from testing.shown import shown
from tsmp.truthy import truthy


class Expectation:
    def __init__(self, actual, positive):
        self._actual = actual
        self._positive = positive

    @property
    def not_(self):
        return Expectation(self._actual, not self._positive)

    @property
    def resolves(self):
        from testing.settled import Settled

        return Settled(self._actual, self._positive, False)

    @property
    def rejects(self):
        from testing.settled import Settled

        return Settled(self._actual, self._positive, True)

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

    def toBeNull(self):
        self._check(self._actual is None, "to be null")

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

    def toMatch(self, expected):
        self._check(_is_in(expected, self._actual), "to match " + _pattern(expected))

    def toMatchObject(self, expected):
        self._check(includes(self._actual, expected), "to match " + shown(expected))

    def toHaveProperty(self, path, *expected):
        found = property_of(self._actual, path)
        holds = len(found) == 1 and (not expected or alike(found[0], expected[0]))
        self._check(holds, "to have the property " + shown(path))

    def toThrow(self, expected=""):
        wanted = "to throw" + (" " + _pattern(expected) if expected else "")
        counted.count += 1
        try:
            self._actual()
        except Exception as error:
            return self._check_error(error, expected, "a function that threw ", wanted)
        if self._positive:
            raise AssertionError(self._sentence("the function", wanted))

    toThrowError = toThrow

    def _check_error(self, error, expected, prefix, wanted):
        if isinstance(expected, type):
            matches = isinstance(error, expected)
        elif isinstance(expected, BaseException):
            matches = _message(error) == _message(expected)
        else:
            matches = _is_in(expected, _message(error))
        if matches is not self._positive:
            found = "%s: %s" % (type(error).__name__, _message(error))
            raise AssertionError(self._sentence(prefix + found, wanted))

    def _check(self, holds, wanted):
        counted.count += 1
        if holds is not self._positive:
            raise AssertionError(self._sentence(shown(self._actual), wanted))

    def _sentence(self, found, wanted):
        return "expected %s %s%s" % (found, "" if self._positive else "not ", wanted)


def _message(error):
    return str(error.args[0]) if error.args else ""


# A text, or a regular expression.
def _is_in(expected, text):
    return expected in text if type(expected) is str else expected.test(text)


def _pattern(expected):
    return "/%s/" % expected.source if hasattr(expected, "source") else shown(expected)


# How many expectations a test has looked at, and how many it said that it would.
class _Counted:
    def begin(self):
        self.count = 0
        self.wanted = -1
        self.some = False

    def end(self):
        if self.wanted >= 0 and self.count != self.wanted or self.some and not self.count:
            wanted = "%d expectations" % self.wanted if self.wanted >= 0 else "an expectation"
            raise AssertionError("expected %s, but there were %d" % (wanted, self.count))


counted = _Counted()
counted.begin()


class _Expect:
    def __call__(self, actual):
        return Expectation(actual, True)

    def assertions(self, count):
        counted.wanted = count

    def hasAssertions(self):
        counted.some = True


expect = _Expect()
