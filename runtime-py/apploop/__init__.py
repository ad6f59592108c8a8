# Workers that take turns on the second core, beside an asyncio loop on the first. Loaded when first used.

_modules = {
    "AppLoopManager": "manager",
    "AppTask": "task",
    "AppWorker": "worker",
}


def __getattr__(name):
    if name not in _modules:
        raise AttributeError(name)
    value = getattr(__import__(_modules[name], None, None, True, 1), name)
    globals()[name] = value
    return value
