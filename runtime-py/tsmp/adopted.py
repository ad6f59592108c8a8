# `return promise` of an async function: its own promise follows that one, a turn later than `await` does.
from tsmp.Promise import start
from tsmp.go_on import let_others_run


def adopted(value):
    value = start(value)
    yield from let_others_run()
    return (yield from value)
