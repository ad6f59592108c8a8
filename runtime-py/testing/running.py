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
        self.before_all = []
        self.after_all = []


_tests = []
_group = [_Group("", None)]
# The groups and tests that `only` names: if there are any, no others run.
_only = []


# `test` and its kin: a function that has functions. MicroPython's functions have no attributes.
class _Test:
    def __call__(self, name, body):
        _tests.append((name, body, _group[0]))

    def only(self, name, body):
        self(name, body)
        _only.append(_tests[-1])

    def skip(self, name, body=None):
        pass

    todo = skip

    def each(self, rows):
        return _each(self, rows)


class _Describe:
    def __call__(self, name, body):
        outer = _group[0]
        group = _group[0] = _Group(name, outer)
        try:
            body()
        finally:
            _group[0] = outer
        return group

    def only(self, name, body):
        _only.append(self(name, body))

    def skip(self, name, body=None):
        pass

    todo = skip

    def each(self, rows):
        return _each(self, rows)


test = it = _Test()
describe = _Describe()


# A test or group for each row: a list is taken apart into the parameters.
def _each(add, rows):
    def note(name, body):
        from testing.titles import title_of

        for number, row in enumerate(rows):
            add(title_of(name, row, number), _with_row(body, row))

    return note


def _with_row(body, row):
    return lambda: body(*row) if isinstance(row, (list, tuple)) else body(row)


def beforeEach(body):
    _group[0].before.append(body)


def afterEach(body):
    _group[0].after.append(body)


def beforeAll(body):
    _group[0].before_all.append(body)


def afterAll(body):
    _group[0].after_all.append(body)


def run():
    tests = [one for one in _tests if _is_chosen(one)] if _only else _tests
    entered = []
    for i, (name, body, group) in enumerate(tests):
        groups = _around(group)
        later = _around(tests[i + 1][2]) if i + 1 < len(tests) else []
        title = " > ".join([one.name for one in groups[1:]] + [name])
        print(_MARK + "start\t" + title)
        start = ticks_ms()
        passed = _enter(groups, entered) and _attempt(body, groups)
        passed = _leave(groups, later, entered) and passed
        verdict = "passed" if passed else "failed"
        print("%s%s\t%d\t%s" % (_MARK, verdict, ticks_diff(ticks_ms(), start), title))
    print(_MARK + "end")


def _is_chosen(test):
    return test in _only or any([group in _only for group in _around(test[2])])


def _around(group):
    groups = []
    while group is not None:
        groups.insert(0, group)
        group = group.outer
    return groups


# What runs once before the first test of a group.
def _enter(groups, entered):
    passed = True
    for group in groups:
        if group not in entered:
            entered.append(group)
            passed = _all_pass(group.before_all) and passed
    return passed


# What runs once after the last one: the next test is not of the group.
def _leave(groups, later, entered):
    passed = True
    for group in reversed(groups):
        if group not in later:
            entered.remove(group)
            passed = _all_pass(group.after_all) and passed
    return passed


def _all_pass(hooks):
    try:
        for hook in hooks:
            _finish(hook())
        return True
    except Exception as error:
        sys.print_exception(error)
        return False


def _attempt(body, groups):
    from testing.expectation import counted

    counted.begin()
    try:
        try:
            for group in groups:
                for hook in group.before:
                    _finish(hook())
            _finish(body())
            counted.end()
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
