# The demonstrations of the old asyntest, written anew for today's asyncio: asyntest.py NAME SCALE
#
# Times are those of the old ones, divided by SCALE.

import asyncio
import sys

from asyn import (
    Barrier,
    BoundedSemaphore,
    Cancellable,
    Event,
    Lock,
    NamedTask,
    Semaphore,
    StopTask,
    cancellable,
    sleep,
)

scale = int(sys.argv[2])


def pause(seconds):
    return sleep(seconds / scale)


async def ack_test():
    async def waiter(event, ack, n):
        await event
        print("Eventwait", n, "got event with value", event.value())
        ack.set()

    tenth = Event()

    async def run():
        event, ack1, ack2 = Event(), Event(), Event()
        count = 0
        while True:
            asyncio.create_task(waiter(event, ack1, 1))
            asyncio.create_task(waiter(event, ack2, 2))
            event.set(count)
            count += 1
            print("event was set")
            for n, ack in enumerate((ack1, ack2), 1):
                await ack
                ack.clear()
                print("Cleared ack%d" % n)
            event.clear()
            print("Cleared event")
            if count == 10:
                tenth.set()
            await pause(1)

    asyncio.create_task(run())
    await tenth
    print("I've seen attack ships burn on the shoulder of Orion...")
    print("Time to die...")


async def event_test():
    async def hold(n, lock):
        print("run_lock", n, "waiting for lock")
        await lock.acquire()
        print("run_lock", n, "acquired lock")
        await pause(1)
        lock.release()
        print("run_lock", n, "released lock")

    async def eventset(event):
        print("Waiting 5 secs before setting event")
        await pause(5)
        event.set()
        print("event was set")

    async def eventwait(event):
        print("waiting for event")
        await event
        print("got event")
        event.clear()

    print("Test Lock class")
    lock = Lock()
    for n in (1, 2, 3):
        asyncio.create_task(hold(n, lock))
    print("Test Event class")
    event = Event(True)
    print("got here")
    asyncio.create_task(eventset(event))
    print("gh1")
    await eventwait(event)
    print("Event status", "Incorrect" if event.is_set() else "OK")
    print("Tasks complete")


async def barrier_test():
    barrier = Barrier(3, print, ("Synch",))

    async def report():
        for i in range(5):
            print(i, end=" ")
            await barrier

    for _ in range(3):
        asyncio.create_task(report())
    await pause(2)


async def semaphore_test(semaphore):
    barrier = Barrier(6)

    async def run(n):
        print("run_sema", n, "trying to access semaphore")
        async with semaphore:
            print("run_sema", n, "acquired semaphore")
            await pause(1)
        print("run_sema", n, "has released semaphore")
        await barrier

    for n in range(5):
        asyncio.create_task(run(n))
    await barrier
    try:
        semaphore.release()
    except ValueError:
        print("Bounded semaphore exception test OK")


async def cancel_test1():
    async def foo(name, num):
        try:
            await pause(4)
            return num + 42
        except StopTask:
            print("foo was cancelled.")
            return -1
        finally:
            await NamedTask.end(name)

    async def bar():
        await pause(1)
        for name in ("foo", "not me"):
            if NamedTask.cancel(name):
                print(name, "will be cancelled when next scheduled")
            else:
                print(name, "was not cancellable.")

    asyncio.create_task(bar())
    print(await NamedTask("foo", foo, 5), NamedTask.is_running("foo"))
    print(await NamedTask("not me", foo, 0), NamedTask.is_running("not me"))


async def cancel_test2():
    async def forever(n):
        print("Started forever() instance", n)
        while True:
            await pause(7 + n)
            print("Running instance", n)

    async def rats(name, n):
        try:
            await forever(n)
        except StopTask:
            print("Instance", n, "was cancelled")
        finally:
            await NamedTask.end(name)

    barrier = Barrier(3)
    asyncio.create_task(NamedTask("rats_1", rats, 1, barrier=barrier)())
    asyncio.create_task(NamedTask("rats_2", rats, 2, barrier=barrier)())
    print("Running two tasks")
    await pause(10)
    print("About to cancel tasks")
    NamedTask.cancel("rats_1")
    NamedTask.cancel("rats_2")
    await barrier
    print("tasks were cancelled")


async def cancel_test3():
    async def cant3(name):
        try:
            await pause(1)
            print("Task cant3 has ended.")
        except StopTask:
            print("Task cant3 was cancelled")
        finally:
            await NamedTask.end(name)

    def status():
        print("Task cant3 running status", NamedTask.is_running("cant3"))

    barrier = Barrier(2)
    asyncio.create_task(NamedTask("cant3", cant3, barrier=barrier)())
    status()
    await pause(3)
    status()
    print("About to cancel task")
    NamedTask.cancel("cant3")
    print("Cancelled")
    status()
    await barrier
    print("tasks were cancelled")


async def cancel_test4():
    @cancellable
    async def cant40(task_no):
        while True:
            try:
                await pause(1)
                print("Task cant40 no.", task_no, "running.")
            except StopTask:
                print("Task cant40 no.", task_no, "was cancelled")
                raise

    @cancellable
    async def cant41(task_no, arg=0):
        await pause(1)
        print("Task cant41 no. %d running, arg %d." % (task_no, arg))
        print("Task cant41 no.", task_no, "ended.")

    async def cant42(task_no):
        while True:
            print("Task cant42 no.", task_no, "running")
            await pause(1.2)

    @cancellable
    async def chained(task_no):
        try:
            await cant42(task_no)
        except StopTask:
            print("Task chained no.", task_no, "was cancelled")
            raise

    await Cancellable(cant41, 5)
    for _ in range(3):
        asyncio.create_task(Cancellable(cant40)())
    asyncio.create_task(Cancellable(chained, group=1)())
    asyncio.create_task(Cancellable(cant41)())
    print("Running tasks")
    await pause(2.9)
    print("About to cancel group 0 tasks")
    await Cancellable.cancel_all()
    print("Group 0 tasks were cancelled")
    await pause(1)
    print("About to cancel group 1 tasks")
    await Cancellable.cancel_all(1)
    print("Group 1 tasks were cancelled")
    await pause(1)


async def cancel_test5():
    @cancellable
    async def cant50(task_no, num):
        while True:
            print(num)
            num += 1
            await pause(1)

    asyncio.create_task(Cancellable(cant50, 42)())
    await pause(7.5)
    await Cancellable.cancel_all()
    print("Done")


demos = {
    "ack_test": ack_test,
    "event_test": event_test,
    "barrier_test": barrier_test,
    "semaphore_test": lambda: semaphore_test(Semaphore(3)),
    "semaphore_test_bounded": lambda: semaphore_test(BoundedSemaphore(3)),
    "cancel_test1": cancel_test1,
    "cancel_test2": cancel_test2,
    "cancel_test3": cancel_test3,
    "cancel_test4": cancel_test4,
    "cancel_test5": cancel_test5,
}
asyncio.run(demos[sys.argv[1]]())
