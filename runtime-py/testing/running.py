# Tests that `tsmp test` runs: they are noted while their modules load, and run in that order.
import sys
from time import ticks_diff, ticks_ms

# What the host reads begins with this character, which no ordinary output does.
_MARK = "\x1e"


class _Group:
    def __init__(self, name, outer):
        self.name = name
        self.outer = outer
        self.before = []
        self.after = []


_tests = []
_group = [_Group("", None)]


def test(name, body):
    _tests.append((name, body, _group[0]))


it = test


def describe(name, body):
    outer = _group[0]
    _group[0] = _Group(name, outer)
    try:
        body()
    finally:
        _group[0] = outer


def beforeEach(body):
    _group[0].before.append(body)


def afterEach(body):
    _group[0].after.append(body)


def run():
    for name, body, group in _tests:
        groups = _around(group)
        title = " > ".join([one.name for one in groups[1:]] + [name])
        print(_MARK + "start\t" + title)
        start = ticks_ms()
        passed = _attempt(body, groups)
        verdict = "passed" if passed else "failed"
        print("%s%s\t%d\t%s" % (_MARK, verdict, ticks_diff(ticks_ms(), start), title))
    print(_MARK + "end")


def _around(group):
    groups = []
    while group is not None:
        groups.insert(0, group)
        group = group.outer
    return groups


def _attempt(body, groups):
    try:
        try:
            for group in groups:
                for hook in group.before:
                    _finish(hook())
            _finish(body())
        finally:
            for group in reversed(groups):
                for hook in group.after:
                    _finish(hook())
        return True
    except Exception as error:
        sys.print_exception(error)
        return False


def _finish(result):
    # An async body gives a coroutine, a task or a promise, which the event loop brings to its end.
    if hasattr(result, "__next__") or hasattr(result, "coro") or hasattr(result, "then"):
        import asyncio

        try:
            asyncio.run(_awaited(result))
        finally:
            asyncio.new_event_loop()


async def _awaited(result):
    await result
