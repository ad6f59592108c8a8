import { test } from "vitest";
import { describeWithThreads } from "./support/python.ts";

describeWithThreads("unblock", (python) => {
  test("other tasks go on while a blocking function runs", () =>
    python.prints(
      `
      import asyncio, time
      from threadsafe import unblock

      def slow_add(a, b, *, c, d):
          time.sleep_ms(60)
          return a + b + c + d

      async def busywork(count):
          while True:
              count[0] += 1
              await asyncio.sleep_ms(2)

      async def main():
          count = [0]
          asyncio.create_task(busywork(count))
          print(await unblock(slow_add, 1, 2, c=3, d=4), count[0] > 5)

      asyncio.run(main())
      `,
      ["10 True"],
    ));

  test("what the function raises, the task raises", () =>
    python.prints(
      `
      import asyncio
      from threadsafe import unblock

      def fails():
          raise ValueError("no")

      async def main():
          try:
              await unblock(fails)
          except ValueError as e:
              print(repr(e))

      asyncio.run(main())
      `,
      ["ValueError('no',)"],
    ));

  test("on one core after another: a core that is about to become free is waited for", () =>
    python.prints(
      `
      import asyncio, _thread
      from threadsafe import unblock

      # As on RP2, where the second core is in use a moment longer than its function runs.
      real, left = _thread.start_new_thread, 2

      def start_new_thread(func, args):
          global left
          if left:
              left -= 1
              raise OSError("core1 in use")
          return real(func, args)

      class Module:
          pass

      import threadsafe.start
      threadsafe.start._thread = Module()
      threadsafe.start._thread.start_new_thread = start_new_thread

      async def main():
          global left
          print(await unblock(abs, -1))
          left = 1000
          try:
              await unblock(abs, -1)
          except OSError as e:
              print(e)

      asyncio.run(main())
      `,
      ["1", "core1 in use"],
    ));
});

describeWithThreads("Context", (python) => {
  test("assign() gives the function's result, and queues while the other core is busy", () =>
    python.prints(
      `
      import asyncio, time
      from threadsafe import Context

      core1 = Context(qsize=2)

      def rats(t, n):
          time.sleep_ms(t)
          return n * n

      async def main():
          print(await core1.assign(rats, t=3, n=99))
          print(await asyncio.gather(*[core1.assign(rats, 2, n) for n in range(8)]))

      asyncio.run(main())
      `,
      ["9801", "[0, 1, 4, 9, 16, 25, 36, 49]"],
    ));

  test("a job that raises gives its exception to its caller, and the worker lives", () =>
    python.prints(
      `
      import asyncio
      from threadsafe import Context

      core1 = Context()

      def fails():
          raise ValueError("no")

      def leaves():
          raise SystemExit

      async def main():
          for job in (fails, leaves, fails):
              try:
                  await core1.assign(job)
              except BaseException as e:
                  print(repr(e))
          print(await core1.assign(abs, -7))

      asyncio.run(main())
      `,
      ["ValueError('no',)", "SystemExit()", "ValueError('no',)", "7"],
    ));

  test("a task that is cancelled leaves its job running, and the worker free for the next", () =>
    python.prints(
      `
      import asyncio, time
      from threadsafe import Context

      core1 = Context()
      ran = []

      def job(n):
          time.sleep_ms(20)
          ran.append(n)
          return n

      async def main():
          task = asyncio.create_task(core1.assign(job, 1))
          await asyncio.sleep_ms(5)
          task.cancel()
          print(await core1.assign(job, 2), ran)

      asyncio.run(main())
      `,
      ["2 [1, 2]"],
    ));
});
