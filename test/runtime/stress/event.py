# Fifty tasks wait for a ThreadSafeEvent that a thread sets, and some are cancelled: event.py ROUNDS SEED
#
# Prints how many tasks missed the event, or "ok".

import _thread
import asyncio
import random
import sys
import time

from threadsafe import ThreadSafeEvent, ThreadSafeQueue

rounds, seed = (int(arg) for arg in sys.argv[1:])
waiters = 50

event = ThreadSafeEvent()
turns = ThreadSafeQueue(4)
woken = [False] * waiters


def setter():
    state = seed + 1
    for _ in range(rounds):
        turns.get_sync(True)
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        time.sleep_us(state >> 8 & 0x3FF)
        event.set()


async def waiter(n):
    await event.wait()
    woken[n] = True
    if not n & 7:
        event.clear()  # At once, while others have not run yet


async def main():
    random.seed(seed)
    _thread.start_new_thread(setter, ())
    missed = 0
    for _ in range(rounds):
        for n in range(waiters):
            woken[n] = False
        tasks = [asyncio.create_task(waiter(n)) for n in range(waiters)]
        await asyncio.sleep_ms(0)  # From here on they wait
        turns.put_sync(0)
        cancelled = set()
        for _ in range(random.getrandbits(4)):
            n = random.getrandbits(5)
            cancelled.add(n)
            tasks[n].cancel()
            if random.getrandbits(1):
                await asyncio.sleep_ms(0)
        try:
            await asyncio.wait_for_ms(asyncio.gather(*tasks, return_exceptions=True), 5000)
        except asyncio.TimeoutError:
            pass
        missed += sum(not woken[n] for n in range(waiters) if n not in cancelled)
        event.clear()
    print("missed: %d" % missed if missed else "ok")


asyncio.run(main())
