# Synchronisation between tasks, and asynchronous drivers for simple hardware. Loaded when first used.

_modules = {
    "AADC": "aadc",
    "Agent": "agent",
    "Barrier": "barrier",
    "BoundedSemaphore": "bounded_semaphore",
    "Broker": "broker",
    "Condition": "condition",
    "Delay_ms": "delay_ms",
    "EButton": "ebutton",
    "ELO": "elo",
    "ESwitch": "eswitch",
    "Encoder": "encoder",
    "Pushbutton": "pushbutton",
    "Queue": "queue",
    "QueueEmpty": "queue",
    "QueueFull": "queue",
    "RegExp": "reg_exp",
    "RingbufQueue": "ringbuf_queue",
    "Semaphore": "semaphore",
    "Switch": "switch",
    "WaitAll": "wait_all",
    "WaitAny": "wait_any",
    "launch": "launching",
    "set_global_exception": "global_exception",
}


def __getattr__(name):
    if name not in _modules:
        raise AttributeError(name)
    value = getattr(__import__(_modules[name], None, None, True, 1), name)
    globals()[name] = value
    return value
