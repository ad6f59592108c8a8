# JavaScript's Promise on asyncio: reactions run as microtasks; `await` works from any coroutine.
import asyncio
from tsmp.caught import caught
from tsmp.go_on import Waiting, begin
from tsmp.queue_microtask import queue_microtask, when_idle
from tsmp.to_exception import to_exception
from tsmp.uncaught import uncaught

_PENDING = 0
_FULFILLED = 1
_REJECTED = 2

_unhandled = []


class Promise:
    __kind__ = "Promise"

    def __init__(self, executor=None):
        self._state = _PENDING
        self._value = None
        self._reactions = []
        self._handled = False
        self._settled = False  # Resolved, perhaps with a promise that is still pending
        if executor:
            try:
                executor(self._resolve, self._reject)
            except Exception as e:
                self._reject(caught(e))

    def _shown(self, inspector, none, level):
        if self._state == _PENDING:
            return "Promise { <pending> }"
        inspector.enter(self, level)
        text = inspector.show(self._value, none, level + 1)
        entries = ["<rejected> " + text if self._state == _REJECTED else text]
        return inspector.leave(self, entries, "Promise {", "}", level, True)

    def _resolve(self, value=None):
        if self._settled:
            return
        self._settled = True
        if value is self:
            self._settle(_REJECTED, TypeError("Chaining cycle detected for promise #<Promise>"))
        elif is_thenable(value):
            value = start(value)
            queue_microtask(lambda: self._adopt(value))
        else:
            self._settle(_FULFILLED, value)

    def _adopt(self, thenable):
        self._settled = False
        settled = []

        def once(settle):
            def run(value=None):
                if not settled:
                    settled.append(True)
                    settle(value)

            return run

        try:
            to_promise_like(thenable).then(once(self._resolve), once(self._reject))
        except Exception as e:
            once(self._reject)(caught(e))

    def _reject(self, reason=None):
        if not self._settled:
            self._settled = True
            self._settle(_REJECTED, reason)

    def _settle(self, state, value):
        self._state = state
        self._value = value
        if state == _REJECTED and not self._handled:
            _unhandled.append(self)
            when_idle(_report)
            queue_microtask(_nothing)
        for reaction in self._reactions:
            queue_microtask(reaction)
        self._reactions = None

    def _when_settled(self, reaction):
        if self._state == _PENDING:
            self._reactions.append(reaction)
        else:
            queue_microtask(reaction)
        if not self._handled:
            self._handled = True
            if self in _unhandled:
                _unhandled.remove(self)

    def then(self, on_fulfilled=None, on_rejected=None):
        following = Promise()

        def react():
            handler = on_fulfilled if self._state == _FULFILLED else on_rejected
            if not handler:
                following._settled = True
                following._settle(self._state, self._value)
                return
            try:
                following._resolve(handler(self._value))
            except Exception as e:
                following._reject(caught(e))

        self._when_settled(react)
        return following

    def catch(self, on_rejected=None):
        return self.then(None, on_rejected)

    def finally_(self, on_finally):
        def passed(value):
            return Promise.resolve(on_finally()).then(lambda _: value)

        def failed(reason):
            def again(_):
                raise to_exception(reason)

            return Promise.resolve(on_finally()).then(again)

        return self.then(passed, failed)

    # `await promise`: at least one other microtask runs in between.
    def __iter__(self):
        self._when_settled(Waiting())
        yield
        if self._state == _REJECTED:
            raise to_exception(self._value)
        return self._value

    @staticmethod
    def resolve(value=None):
        value = start(value)
        if isinstance(value, Promise):
            return value
        promise = Promise()
        promise._resolve(value)
        return promise

    @staticmethod
    def reject(reason=None):
        promise = Promise()
        promise._reject(reason)
        return promise

    @staticmethod
    def withResolvers():
        from tsmp.PromiseResolvers import PromiseResolvers

        return PromiseResolvers(Promise())

    @staticmethod
    def all(values):
        return _gather(values, lambda v: v, None)

    @staticmethod
    def allSettled(values):
        from tsmp.Settled import Fulfilled, Rejected

        return _gather(values, Fulfilled, Rejected)

    @staticmethod
    def race(values):
        result = Promise()
        for value in values:
            Promise.resolve(value).then(result._resolve, result._reject)
        return result

    @staticmethod
    def any(values):
        from tsmp.AggregateError import AggregateError

        result = Promise()
        reasons = []
        missing = [1]

        def failed(i, reason):
            if i >= 0:
                reasons[i] = reason
            missing[0] -= 1
            if not missing[0]:
                result._reject(AggregateError(reasons, "All promises were rejected"))

        def follow(i, value):
            Promise.resolve(value).then(result._resolve, lambda reason: failed(i, reason))

        for i, value in enumerate(values):
            reasons.append(None)
            missing[0] += 1
            follow(i, value)
        failed(-1, None)
        return result


def _gather(values, wrap, wrap_rejected):
    result = Promise()
    results = []
    missing = [1]

    def done(i, value):
        results[i] = value
        missing[0] -= 1
        if not missing[0]:
            result._resolve(results)

    def follow(i, value):
        rejected = result._reject if wrap_rejected is None else lambda reason: done(i, wrap_rejected(reason))
        Promise.resolve(value).then(lambda v: done(i, wrap(v)), rejected)

    for i, value in enumerate(values):
        results.append(None)
        missing[0] += 1
        follow(i, value)
    missing[0] -= 1
    if not missing[0]:
        result._resolve(results)
    return result


def is_thenable(value):
    return isinstance(value, (Promise, asyncio.Task)) or is_coroutine(value) or callable(getattr(value, "then", None))


async def _nobody():
    pass


_coroutine = type(_nobody())


def is_coroutine(value):
    return type(value) is _coroutine


# A coroutine begun as a call of an async function begins: at once, up to its first wait. Gives its promise.
def start(value):
    if not is_coroutine(value):
        return value
    promise = Promise()

    def ended(_, error):
        if isinstance(error, StopIteration):
            promise._resolve(error.value)
        else:
            promise._reject(caught(error))

    begin(value, ended)
    return promise


# A coroutine, task or plain value as a promise.
def to_promise(value):
    value = start(value)
    return value if isinstance(value, Promise) else Promise.resolve(value)


def to_promise_like(value):
    return start(_outcome(value)) if isinstance(value, asyncio.Task) else value


async def _outcome(task):
    return await task


def _nothing():
    pass


# Node ends a program whose promise is rejected while nobody looks.
def _report():
    if _unhandled:
        reason = _unhandled[0]._value
        _unhandled.clear()
        uncaught(to_exception(reason))
