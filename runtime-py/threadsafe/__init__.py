# Between asyncio and interrupts, threads and the other core. A class is loaded when it is first used.

_modules = {
    "Context": "context",
    "Message": "message",
    "ThreadSafeEvent": "core",
    "ThreadSafeQueue": "core",
    "unblock": "unblocking",
}


def __getattr__(name):
    if name not in _modules:
        raise AttributeError(name)
    value = getattr(__import__(_modules[name], None, None, True, 1), name)
    globals()[name] = value
    return value
