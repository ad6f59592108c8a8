# Tests of a project, for `tsmp test`. Loaded when first used.

_modules = {
    "Expectation": "expectation",
    "Settled": "settled",
    "afterAll": "running",
    "afterEach": "running",
    "beforeAll": "running",
    "beforeEach": "running",
    "describe": "running",
    "expect": "expectation",
    "it": "running",
    "test": "running",
}


def __getattr__(name):
    if name not in _modules:
        raise AttributeError(name)
    value = getattr(__import__(_modules[name], None, None, True, 1), name)
    globals()[name] = value
    return value
