# Synchronisation and cancellation of tasks. A class is loaded when it is first used.

_modules = {
    "Barrier": "primitives.barrier",
    "BoundedSemaphore": "primitives.bounded_semaphore",
    "CancelError": "asyn.stop_task",
    "Cancellable": "asyn.cancelling",
    "Event": "asyn.event",
    "ExitGate": "asyn.exit_gate",
    "Lock": "asyn.lock",
    "NamedTask": "asyn.named_task",
    "Semaphore": "primitives.semaphore",
    "StopTask": "asyn.stop_task",
    "cancellable": "asyn.cancelling",
    "launch": "primitives.launching",
    "sleep": "asyn.sleeping",
}


def __getattr__(name):
    if name not in _modules:
        raise AttributeError(name)
    value = getattr(__import__(_modules[name], None, None, True), name)
    globals()[name] = value
    return value
