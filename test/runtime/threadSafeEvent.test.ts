import { expect, test } from "vitest";
import { describeWithThreads, onBoard } from "./support/python.ts";

describeWithThreads("ThreadSafeEvent", (python) => {
  test("a thread sets it, and the task that waits goes on", () =>
    python.prints(
      `
      import asyncio, _thread, time
      from threadsafe import ThreadSafeEvent

      event = ThreadSafeEvent()

      def other():
          time.sleep_ms(20)
          event.set()

      async def main():
          _thread.start_new_thread(other, ())
          print(await event.wait())

      asyncio.run(main())
      `,
      ["True"],
    ));

  test("an interrupt may set it: set() allocates nothing", () =>
    python.prints(
      `
      import micropython
      from threadsafe import ThreadSafeEvent

      event = ThreadSafeEvent()
      micropython.heap_lock()
      event.set()
      micropython.heap_unlock()
      print(event.is_set())
      `,
      ["True"],
    ));

  test("a scheduled function sets it", () =>
    python.prints(
      `
      import asyncio, micropython
      from threadsafe import ThreadSafeEvent

      event = ThreadSafeEvent()

      async def main():
          micropython.schedule(lambda _: event.set(), None)
          await event.wait()
          print("set")

      asyncio.run(main())
      `,
      ["set"],
    ));

  test("any number of tasks wait for it", () =>
    python.prints(
      `
      import asyncio, _thread
      from threadsafe import ThreadSafeEvent

      event = ThreadSafeEvent()

      async def waiter(n):
          await event.wait()
          return n

      async def main():
          tasks = [asyncio.create_task(waiter(n)) for n in range(100)]
          await asyncio.sleep_ms(5)
          _thread.start_new_thread(event.set, ())
          print(sum(await asyncio.gather(*tasks)))

      asyncio.run(main())
      `,
      ["4950"],
    ));

  test("it is an Event, with the methods of one", () =>
    python.prints(
      `
      import asyncio
      from threadsafe import ThreadSafeEvent

      event = ThreadSafeEvent()

      async def main():
          print(isinstance(event, asyncio.Event), event.is_set())
          event.set()
          print(event.is_set(), await event.wait(), event.is_set())
          event.clear()
          print(event.is_set())

      asyncio.run(main())
      `,
      ["True False", "True True True", "False"],
    ));

  test("it stays set until it is cleared", () =>
    python.prints(
      `
      import asyncio
      from threadsafe import ThreadSafeEvent

      event = ThreadSafeEvent()

      async def main():
          event.set()
          await event.wait()
          await event.wait()
          event.clear()
          try:
              await asyncio.wait_for_ms(event.wait(), 20)
          except asyncio.TimeoutError:
              print("waits again")

      asyncio.run(main())
      `,
      ["waits again"],
    ));

  test("a clear() that comes before the waiting task runs does not hide the set()", () =>
    python.prints(
      `
      import asyncio
      from threadsafe import ThreadSafeEvent

      event = ThreadSafeEvent()

      async def waiter(n):
          await event.wait()
          event.clear()
          print(n)

      async def main():
          tasks = [asyncio.create_task(waiter(n)) for n in range(2)]
          await asyncio.sleep_ms(5)
          event.set()
          event.clear()
          await asyncio.wait_for_ms(asyncio.gather(*tasks), 1000)

      asyncio.run(main())
      `,
      ["0", "1"],
    ));

  test("whichever waiting task is cancelled, the others are woken", () =>
    python.prints(
      `
      import asyncio, _thread
      from threadsafe import ThreadSafeEvent

      event = ThreadSafeEvent()
      woken = []

      async def waiter(n):
          await event.wait()
          woken.append(n)

      async def main():
          for cancelled in range(3):
              woken.clear()
              event.clear()
              tasks = [asyncio.create_task(waiter(n)) for n in range(3)]
              await asyncio.sleep_ms(2)
              tasks[cancelled].cancel()
              _thread.start_new_thread(event.set, ())
              await asyncio.gather(*tasks, return_exceptions=True)
              print(woken)

      asyncio.run(main())
      `,
      ["[1, 2]", "[0, 2]", "[0, 1]"],
    ));

  test("tasks go on in the order in which they came", () =>
    python.prints(
      `
      import asyncio, _thread
      from threadsafe import ThreadSafeEvent

      event = ThreadSafeEvent()
      order = []

      async def waiter(n):
          await event.wait()
          order.append(n)

      async def main():
          tasks = [asyncio.create_task(waiter(n)) for n in range(30)]
          await asyncio.sleep_ms(5)
          _thread.start_new_thread(event.set, ())
          await asyncio.gather(*tasks)
          print(order == list(range(30)))

      asyncio.run(main())
      `,
      ["True"],
    ));

  test("waiting in vain again and again costs no memory", () =>
    python.prints(
      `
      import asyncio, gc
      from threadsafe import ThreadSafeEvent

      event = ThreadSafeEvent()

      async def give_up(times):
          for _ in range(times):
              task = asyncio.create_task(event.wait())
              await asyncio.sleep_ms(0)
              await asyncio.sleep_ms(0)
              task.cancel()
              await asyncio.sleep_ms(0)
          gc.collect()
          return gc.mem_alloc()

      async def main():
          before = await give_up(20)
          print(await give_up(200) - before < 2000)

      asyncio.run(main())
      `,
      ["True"],
    ));

  for (const host of ["unix", "embedded"] as const) {
    test(`a timer's interrupt sets it for four tasks, one of which is cancelled in turn (${host})`, async () => {
      const printed = await onBoard(
        `
        import asyncio
        from threadsafe import ThreadSafeEvent
        from pyb import Timer

        async def waiter(n, evt):
            try:
                await evt.wait()
                print("Waiter", n, "got event")
            except asyncio.CancelledError:
                print("Waiter", n, "cancelled")

        async def can(task):
            await asyncio.sleep_ms(10)
            task.cancel()

        async def main():
            evt = ThreadSafeEvent()
            tim = Timer(4, freq=10, callback=lambda t: evt.set())
            for nt in range(4):
                tasks = [asyncio.create_task(waiter(n + 1, evt)) for n in range(4)]
                asyncio.create_task(can(tasks[nt]))
                await asyncio.gather(*tasks, return_exceptions=True)
                evt.clear()
                print("Cleared event")
            tim.deinit()

        asyncio.run(main())
        `,
        host,
      );
      const round = (cancelled: number) => [
        `Waiter ${cancelled} cancelled`,
        ...[1, 2, 3, 4].filter((n) => n !== cancelled).map((n) => `Waiter ${n} got event`),
        "Cleared event",
      ];
      expect(printed).toEqual([1, 2, 3, 4].flatMap(round));
    });
  }
});
