# An async function for those who call it without awaiting it, in a program that works with asyncio's tasks.
import asyncio


def as_task(function):
    return lambda *args: asyncio.create_task(function(*args))
