# The name that asyncio had before MicroPython 1.21.


def __getattr__(name):
    import asyncio

    return getattr(asyncio, name)
