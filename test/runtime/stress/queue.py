# Two threads and asyncio, items in each direction: queue.py KIND SIZE BLOCK ITEMS SEED
#
# Prints what went wrong, or "ok". Every item carries its number, so that a lost, repeated or overtaken one shows.

import _thread
import asyncio
import random
import sys
import time
from array import array

from threadsafe import ThreadSafeQueue

kind = sys.argv[1]
size, block, items, seed = (int(arg) for arg in sys.argv[2:])
mask = 255 if kind == "bytearray" else 0x3FFFFFFF
make = {"list": lambda: [0] * size, "array": lambda: array("i", [0] * size), "bytearray": lambda: bytearray(size)}

inward = ThreadSafeQueue(make[kind]())
outward = ThreadSafeQueue(make[kind]())


class Shared:
    # What threads write exists from the start: adding an attribute while another thread reads is unsafe.
    wrong = 0
    got = 0


shared = Shared()
shared.wrong = 0
shared.got = 0


def noise(state):
    # A generator for each thread: random's own state is not to be shared without a lock.
    return (state * 1103515245 + 12345) & 0x7FFFFFFF


def rest(state):
    if not state & 0x3FF:
        time.sleep_us(state >> 10 & 0xFF)


def producer():
    state = seed + 1
    for n in range(items):
        if block:
            inward.put_sync(n & mask, True)
        else:
            while True:
                try:
                    inward.put_sync(n & mask)
                    break
                except IndexError:
                    time.sleep_us(1)
        state = noise(state)
        rest(state >> 8)


def consumer():
    state = seed + 2
    for n in range(items):
        if block:
            value = outward.get_sync(True)
        else:
            while outward.empty():
                time.sleep_us(1)
            value = outward.get_sync()
        if value != n & mask:
            shared.wrong += 1
        state = noise(state)
        rest(state >> 8)
        shared.got = n + 1


async def feed():
    for n in range(items):
        await outward.put(n & mask)
        if not random.getrandbits(8):
            await asyncio.sleep_ms(0)


async def drain():
    wrong = n = 0
    async for value in inward:
        if value != n & mask:
            wrong += 1
        n += 1
        if not random.getrandbits(8):
            await asyncio.sleep_ms(0)
        if n == items:
            return wrong


async def main():
    random.seed(seed)
    _thread.start_new_thread(producer, ())
    _thread.start_new_thread(consumer, ())
    task = asyncio.create_task(feed())
    wrong = await drain()
    await task
    while shared.got < items:
        await asyncio.sleep_ms(1)
    wrong += shared.wrong + inward.qsize() + outward.qsize()
    print("wrong: %d" % wrong if wrong else "ok")


asyncio.run(main())
