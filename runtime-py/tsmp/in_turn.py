# `await f()` where others wait for their turn: what was queued before the result came runs first.
from tsmp.go_on import let_others_run, others_first
from tsmp.Promise import is_coroutine


def in_turn(value):
    if not is_coroutine(value):
        return (yield from value)
    try:
        result = yield from value
    except Exception:
        if others_first():
            yield from let_others_run()
        raise
    if others_first():
        yield from let_others_run()
    return result
