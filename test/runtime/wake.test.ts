import { test } from "vitest";
import { describeWithThreads } from "./support/python.ts";

describeWithThreads("wake", (python) => {
  test("whatever another context signals with, it rings, for the first core may be asleep", () =>
    python.prints(
      `
      import asyncio
      from threadsafe import Message, ThreadSafeEvent, ThreadSafeQueue, core
      from threadsafe.job import Job
      from primitives import Delay_ms

      class Bell:
          rings = 0

          def acquire(self, wait):
              assert wait == 0
              return True

          def release(self):
              self.rings += 1

      bell = core._bell = Bell()
      q = ThreadSafeQueue(3)

      async def main():
          delay = Delay_ms()
          for signal in (
              ThreadSafeEvent().set,
              Message().set,
              lambda: q.put_sync(1),
              q.get_sync,
              Job(abs, (1,), {}).run,
              delay.trigger,
          ):
              before = bell.rings
              signal()
              print(bell.rings - before, end=" ")
          try:
              q.get_sync()
          except IndexError:
              print(bell.rings - before)

      asyncio.run(main())
      `,
      ["1 1 1 1 1 1 1"],
    ));

  test("ringing waits for nobody", () =>
    python.prints(
      `
      from threadsafe import ThreadSafeEvent, core

      event = ThreadSafeEvent()
      core._bell.acquire()
      event.set()
      print(event.is_set(), core._bell.locked())
      `,
      ["True True"],
    ));

  test("wait_while() goes on when its condition is false, and sees one that ends between two looks", () =>
    python.prints(
      `
      import asyncio, _thread, time
      from threadsafe.core import wait_while

      class Shared:
          n = 0

      shared = Shared()
      shared.n = 0

      def count():
          for _ in range(200):
              time.sleep_us(100)
              shared.n += 1

      async def main():
          await wait_while(lambda: False)
          _thread.start_new_thread(count, ())
          seen = []
          for goal in (1, 50, 200):
              await wait_while(lambda: shared.n < goal)
              seen.append(shared.n >= goal)
          print(seen)

      asyncio.run(main())
      `,
      ["[True, True, True]"],
    ));
});
