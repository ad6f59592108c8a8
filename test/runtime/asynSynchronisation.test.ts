import { test } from "vitest";
import { describeWithThreads } from "./support/python.ts";

describeWithThreads("asyn.launch", (python) => {
  test("a function is called with its arguments, a coroutine function becomes a task", () =>
    python.prints(
      `
      import asyncio
      from asyn import launch

      async def coro(a, b):
          return a * b

      async def main():
          print(launch(lambda: 5), launch(max, (3, 4)))
          task = launch(coro, (6, 7))
          print(isinstance(task, asyncio.Task), await task)

      asyncio.run(main())
      `,
      ["5 4", "True 42"],
    ));
});

describeWithThreads("asyn.Lock", (python) => {
  test("one task at a time has access, in the order in which they came", () =>
    python.prints(
      `
      import asyncio
      from asyn import Lock

      lock = Lock(delay_ms=5)
      inside = 0

      async def bar(n):
          global inside
          async with lock:
              inside += 1
              await asyncio.sleep_ms(2)
              print(n, inside, lock.locked())
              inside -= 1

      async def main():
          await asyncio.gather(*[bar(n) for n in range(4)])
          print(lock.locked())

      asyncio.run(main())
      `,
      ["0 1 True", "1 1 True", "2 1 True", "3 1 True", "False"],
    ));

  test("only the task that acquired it can release it", () =>
    python.prints(
      `
      import asyncio
      from asyn import Lock

      lock = Lock()

      async def release():
          try:
              lock.release()
          except RuntimeError as e:
              print(e)

      async def main():
          await release()
          await lock.acquire()
          await asyncio.create_task(release())
          print(lock.locked())
          lock.release()
          print(lock.locked())

      asyncio.run(main())
      `,
      ["Lock not acquired", "Lock is held by another task", "True", "False"],
    ));

  test("a task that is cancelled while it waits leaves the lock to the next", () =>
    python.prints(
      `
      import asyncio
      from asyn import Lock

      lock = Lock()

      async def bar(n):
          async with lock:
              print(n)

      async def main():
          await lock.acquire()
          tasks = [asyncio.create_task(bar(n)) for n in range(3)]
          await asyncio.sleep_ms(2)
          lock.release()
          tasks[0].cancel()
          await asyncio.sleep_ms(5)
          print(lock.locked())

      asyncio.run(main())
      `,
      ["1", "2", "False"],
    ));
});

describeWithThreads("asyn.Event", (python) => {
  test("tasks that await it pause until it is set, and find the data", () =>
    python.prints(
      `
      import asyncio
      from asyn import Event

      event = Event()

      async def waiter(n):
          await event
          print(n, event.value())

      async def main():
          tasks = [asyncio.create_task(waiter(n)) for n in range(2)]
          await asyncio.sleep_ms(2)
          print(event.is_set(), event.value())
          event.set("data")
          print(event.is_set())
          await asyncio.gather(*tasks)
          event.clear()
          print(event.is_set(), event.value())
          event.set()
          print(event.value())

      asyncio.run(main())
      `,
      ["False None", "True", "0 data", "1 data", "False None", "None"],
    ));

  test("the task that set it can ask whether it was served", () =>
    python.prints(
      `
      import asyncio
      from asyn import Event

      event = Event(True)

      async def eventwait():
          while True:
              await event
              event.clear()

      async def main():
          asyncio.create_task(eventwait())
          served = 0
          for _ in range(3):
              event.set()
              while event.is_set():
                  await asyncio.sleep_ms(1)
              served += 1
          print(served)

      asyncio.run(main())
      `,
      ["3"],
    ));
});

describeWithThreads("asyn.Barrier", (python) => {
  test("tasks wait for one another, the callback runs first, and it can be used again", () =>
    python.prints(
      `
      import asyncio
      from asyn import Barrier

      log = []
      barrier = Barrier(3, log.append, ("synch",))

      async def report(n):
          for round in range(2):
              await asyncio.sleep_ms(n)
              await barrier
              log.append(round)

      async def main():
          await asyncio.gather(*[report(n) for n in range(3)])
          print(log)

      asyncio.run(main())
      `,
      ["['synch', 0, 0, 0, 'synch', 1, 1, 1]"],
    ));

  test("a coroutine function as callback is started as a task", () =>
    python.prints(
      `
      import asyncio
      from asyn import Barrier

      async def callback(text):
          await asyncio.sleep_ms(2)
          print(text)
          return 42

      async def main():
          barrier = Barrier(1, callback, ("later",))
          await barrier
          print("passed")
          print(await barrier.result())

      asyncio.run(main())
      `,
      ["passed", "later", "42"],
    ));

  test("with nowait a task passes, and is counted", () =>
    python.prints(
      `
      import asyncio
      from asyn import Barrier, CancelError

      barrier = Barrier(3)

      async def foo(n):
          try:
              await asyncio.sleep(10)
          except CancelError:
              print("Instance", n, "was cancelled")
          finally:
              await barrier(nowait=True)

      async def main():
          tasks = [asyncio.create_task(foo(n)) for n in range(2)]
          await asyncio.sleep_ms(2)
          for task in tasks:
              task.cancel()
          await barrier
          print("Now they have both terminated")

      asyncio.run(main())
      `,
      ["Instance 0 was cancelled", "Instance 1 was cancelled", "Now they have both terminated"],
    ));

  test("more tasks than participants are an error", () =>
    python.prints(
      `
      import asyncio
      from asyn import Barrier

      barrier = Barrier(2)

      async def pass_it():
          await barrier

      async def main():
          first = asyncio.create_task(pass_it())
          await asyncio.sleep_ms(2)
          barrier.trigger()
          barrier.trigger()
          try:
              barrier.trigger()
          except ValueError as e:
              print(e)

      asyncio.run(main())
      `,
      ["Too many tasks accessing Barrier"],
    ));

  test("a task that is cancelled while it waits is not counted", () =>
    python.prints(
      `
      import asyncio
      from asyn import Barrier

      barrier = Barrier(2)

      async def pass_it(n):
          await barrier
          print(n)

      async def main():
          task = asyncio.create_task(pass_it(0))
          await asyncio.sleep_ms(2)
          print(barrier.busy())
          task.cancel()
          await asyncio.sleep_ms(2)
          print(barrier.busy())
          await asyncio.gather(pass_it(1), pass_it(2))

      asyncio.run(main())
      `,
      ["True", "False", "2", "1"],
    ));

  test("a callback that raises stops its caller, not the tasks that wait", () =>
    python.prints(
      `
      import asyncio
      from asyn import Barrier

      def fails():
          raise ValueError("callback")

      barrier = Barrier(2, fails)

      async def waits():
          await barrier
          print("passed")

      async def main():
          task = asyncio.create_task(waits())
          await asyncio.sleep_ms(2)
          try:
              await barrier
          except ValueError as e:
              print(e)
          await task

      asyncio.run(main())
      `,
      ["callback", "passed"],
    ));
});

describeWithThreads("asyn.Semaphore", (python) => {
  test("so many tasks at a time have access, first come first served", () =>
    python.prints(
      `
      import asyncio
      from asyn import Semaphore

      sema = Semaphore(2)
      inside = most = 0
      order = []

      async def foo(n):
          global inside, most
          async with sema:
              order.append(n)
              inside += 1
              most = max(most, inside)
              await asyncio.sleep_ms(2)
              inside -= 1

      async def main():
          await asyncio.gather(*[foo(n) for n in range(6)])
          print(most, order)

      asyncio.run(main())
      `,
      ["2 [0, 1, 2, 3, 4, 5]"],
    ));

  test("another task than the one that acquired it may release it", () =>
    python.prints(
      `
      import asyncio
      from asyn import Semaphore

      async def main():
          sema = Semaphore()
          await sema.acquire()

          async def release():
              sema.release()

          asyncio.create_task(release())
          await sema.acquire()
          print("acquired twice")

      asyncio.run(main())
      `,
      ["acquired twice"],
    ));

  test("access that was handed to a cancelled task goes to the next", () =>
    python.prints(
      `
      import asyncio
      from asyn import Semaphore

      sema = Semaphore(1)

      async def foo(n):
          async with sema:
              print(n)

      async def main():
          await sema.acquire()
          tasks = [asyncio.create_task(foo(n)) for n in range(3)]
          await asyncio.sleep_ms(2)
          sema.release()
          tasks[0].cancel()
          tasks[1].cancel()
          await asyncio.sleep_ms(5)
          await sema.acquire()
          print("free")

      asyncio.run(main())
      `,
      ["2", "free"],
    ));

  test("a BoundedSemaphore that is released too often raises ValueError", () =>
    python.prints(
      `
      import asyncio
      from asyn import BoundedSemaphore, Semaphore

      async def main():
          Semaphore(1).release()
          sema = BoundedSemaphore(2)
          async with sema:
              pass
          try:
              sema.release()
          except ValueError as e:
              print(repr(e)[:10])

      asyncio.run(main())
      `,
      ["ValueError"],
    ));
});
