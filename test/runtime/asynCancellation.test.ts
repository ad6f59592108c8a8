import { test } from "vitest";
import { describeWithThreads } from "./support/python.ts";

describeWithThreads("asyn.sleep", (python) => {
  test("it pauses for seconds, whole or not", () =>
    python.prints(
      `
      import asyncio, time
      from asyn import sleep

      async def main():
          start = time.ticks_ms()
          await sleep(0.05)
          await sleep(0)
          print(50 <= time.ticks_diff(time.ticks_ms(), start) < 500)

      asyncio.run(main())
      `,
      ["True"],
    ));

  test("a cancelled task does not sit it out, whatever its granularity", () =>
    python.prints(
      `
      import asyncio, time
      from asyn import StopTask, sleep

      async def main():
          for granularity in (0, 100, 5000):
              task = asyncio.create_task(sleep(5, granularity))
              await asyncio.sleep_ms(2)
              start = time.ticks_ms()
              task.cancel()
              try:
                  await task
              except StopTask:
                  print(time.ticks_diff(time.ticks_ms(), start) < 1000)

      asyncio.run(main())
      `,
      ["True", "True", "True"],
    ));

  test("a negative granularity is an error", () =>
    python.prints(
      `
      import asyncio
      from asyn import sleep

      try:
          asyncio.run(sleep(1, -1))
      except ValueError as e:
          print(e)
      `,
      ["sleep() granularity must be >= 0"],
    ));

  test("StopTask and CancelError are what a cancelled task receives, which `except Exception` lets pass", () =>
    python.prints(
      `
      import asyncio
      from asyn import CancelError, StopTask

      print(StopTask is asyncio.CancelledError is CancelError, issubclass(StopTask, Exception))
      `,
      ["True False"],
    ));
});

describeWithThreads("asyn.NamedTask", (python) => {
  test("it is awaited, or given to create_task(); the coroutine receives its name first", () =>
    python.prints(
      `
      import asyncio
      from asyn import NamedTask

      async def foo(name, a, b):
          await asyncio.sleep_ms(1)
          print(name, a, b)
          return a + b

      async def main():
          print(await NamedTask("my foo", foo, 1, 2))
          print(await asyncio.create_task(NamedTask("my foo", foo, 3, 4)()))
          print(await NamedTask(5, foo, 5, 6))

      asyncio.run(main())
      `,
      ["my foo 1 2", "3", "my foo 3 4", "7", "5 5 6", "11"],
    ));

  test("a name that is in use is a ValueError", () =>
    python.prints(
      `
      import asyncio
      from asyn import NamedTask

      async def foo(name):
          await asyncio.sleep_ms(5)

      async def main():
          task = asyncio.create_task(NamedTask("foo", foo)())
          try:
              NamedTask("foo", foo)
          except ValueError as e:
              print(e)
          await task
          await NamedTask("foo", foo)
          print("free again")

      asyncio.run(main())
      `,
      ['Task name "foo" already exists.', "free again"],
    ));

  test("cancel() tells whether there was something to cancel; is_running() is false from then on", () =>
    python.prints(
      `
      import asyncio
      from asyn import NamedTask, StopTask

      async def foo(name):
          try:
              await asyncio.sleep(5)
          except StopTask:
              print("Task foo was cancelled")
          finally:
              await NamedTask.end(name)

      async def main():
          print(NamedTask.cancel("foo"), NamedTask.is_running("foo"))
          asyncio.create_task(NamedTask("foo", foo)())
          print(NamedTask.is_running("foo"))
          await asyncio.sleep_ms(2)
          print(NamedTask.cancel("foo"), NamedTask.is_running("foo"), NamedTask.cancel("foo"))
          await asyncio.sleep_ms(2)
          print(NamedTask.cancel("foo"), NamedTask.is_running("foo"))

      asyncio.run(main())
      `,
      ["False False", "True", "True False False", "Task foo was cancelled", "False False"],
    ));

  test("a task that ends, raises or is cancelled gives its name back without calling end()", () =>
    python.prints(
      `
      import asyncio
      from asyn import NamedTask

      async def foo(name, how):
          await asyncio.sleep_ms(1)
          if how == "raises":
              raise ValueError

      async def main():
          for how in ("ends", "raises", "cancelled"):
              task = asyncio.create_task(NamedTask("foo", foo, how)())
              await asyncio.sleep_ms(0)
              if how == "cancelled":
                  NamedTask.cancel("foo")
              await asyncio.gather(task, return_exceptions=True)
              print(how, NamedTask._tasks)

      asyncio.run(main())
      `,
      ["ends {}", "raises {}", "cancelled {}"],
    ));

  test("a task that is cancelled before it first runs leaks no name", () =>
    python.prints(
      `
      import asyncio
      from asyn import Barrier, NamedTask

      async def foo(name):
          print("never runs")

      async def main():
          barrier = Barrier(4)
          task = asyncio.create_task(NamedTask("by task", foo, barrier=barrier)())
          task.cancel()
          asyncio.create_task(NamedTask("by name", foo, barrier=barrier)())
          print(NamedTask.cancel("by name"))
          NamedTask("never scheduled", foo, barrier=barrier)
          print(NamedTask.cancel("never scheduled"))
          await barrier
          print(NamedTask._tasks)

      asyncio.run(main())
      `,
      ["True", "True", "{}"],
    ));

  test("pend_throw() throws any exception into it, also where it waits for another task", () =>
    python.prints(
      `
      import asyncio
      from asyn import NamedTask

      class Custom(Exception):
          pass

      async def foo(name):
          try:
              await asyncio.sleep(5)
          except Custom as e:
              print(repr(e))

      async def nested(name):
          async def inner():
              await asyncio.sleep(5)

          try:
              await asyncio.create_task(inner())
          except Custom as e:
              print("inner", repr(e))

      async def main():
          print(NamedTask.pend_throw("foo", Custom))
          for coro in (foo, nested):
              task = asyncio.create_task(NamedTask("foo", coro)())
              await asyncio.sleep_ms(2)
              print(NamedTask.pend_throw("foo", Custom))
              await task

      asyncio.run(main())
      `,
      ["False", "True", "Custom()", "True", "inner Custom()"],
    ));

  test("a barrier tells the cancelling task when all have ended", () =>
    python.prints(
      `
      import asyncio
      from asyn import Barrier, NamedTask

      async def rats(name, n):
          try:
              await asyncio.sleep(5)
          finally:
              await asyncio.sleep_ms(n)
              print(name)

      async def main():
          barrier = Barrier(3)
          for n in (2, 4):
              asyncio.create_task(NamedTask("rats_%d" % n, rats, n, barrier=barrier)())
          await asyncio.sleep_ms(2)
          NamedTask.cancel("rats_2")
          NamedTask.cancel("rats_4")
          await barrier
          print("tasks were cancelled")

      asyncio.run(main())
      `,
      ["rats_2", "rats_4", "tasks were cancelled"],
    ));

  test("StopTask reaches a task that is awaited in place, and its result the awaiting one", () =>
    python.prints(
      `
      import asyncio
      from asyn import NamedTask, StopTask

      async def foo(name):
          try:
              await asyncio.sleep(5)
          except StopTask:
              return -1

      async def kill():
          NamedTask.cancel("foo")

      async def main():
          asyncio.create_task(kill())
          print(await NamedTask("foo", foo))
          print(NamedTask.cancel("foo"))

      asyncio.run(main())
      `,
      ["-1", "False"],
    ));
});

describeWithThreads("asyn.Cancellable", (python) => {
  test("it is awaited, or given to create_task(); the coroutine receives its number first", () =>
    python.prints(
      `
      import asyncio
      from asyn import Cancellable, cancellable

      @cancellable
      async def add(task_no, a):
          await asyncio.sleep_ms(1)
          return task_no, a

      async def main():
          print(await Cancellable(add, 5))
          print(await asyncio.create_task(Cancellable(add, 42)()))

      asyncio.run(main())
      `,
      ["(0, 5)", "(1, 42)"],
    ));

  test("cancel_all() cancels a group, by default 0, and waits until all its tasks have ended", () =>
    python.prints(
      `
      import asyncio
      from asyn import Cancellable, cancellable, sleep

      @cancellable
      async def forever(task_no, name):
          try:
              while True:
                  await sleep(1)
          finally:
              await asyncio.sleep_ms(3)
              print(name, "ended")

      async def main():
          for name, group in (("a", 0), ("b", 0), ("c", "other")):
              asyncio.create_task(Cancellable(forever, name, group=group)())
          await asyncio.sleep_ms(2)
          await Cancellable.cancel_all()
          print("group 0")
          await Cancellable.cancel_all("other")
          print("other")
          await Cancellable.cancel_all()
          print(Cancellable._tasks)

      asyncio.run(main())
      `,
      ["a ended", "b ended", "group 0", "c ended", "other", "{}"],
    ));

  test("a task cleans up in its own way, and passes StopTask on", () =>
    python.prints(
      `
      import asyncio
      from asyn import Cancellable, StopTask, cancellable, sleep

      @cancellable
      async def foo(task_no, arg):
          try:
              await sleep(1)
          except StopTask:
              print("clean-up", arg)
              raise

      async def main():
          task = asyncio.create_task(Cancellable(foo, 5)())
          await asyncio.sleep_ms(2)
          await Cancellable.cancel_all()
          print(task.done(), await task)

      asyncio.run(main())
      `,
      ["clean-up 5", "True None"],
    ));

  test("tasks that were never run, and tasks that raise, do not keep cancel_all() waiting", () =>
    python.prints(
      `
      import asyncio
      from asyn import Cancellable, cancellable

      @cancellable
      async def foo(task_no):
          print("never runs")

      async def fails(task_no):
          try:
              await asyncio.sleep(5)
          finally:
              raise ValueError

      async def main():
          asyncio.create_task(Cancellable(foo)())
          Cancellable(foo)
          task = asyncio.create_task(Cancellable(foo)())
          task.cancel()
          await Cancellable.cancel_all()
          task = asyncio.create_task(Cancellable(fails)())
          await asyncio.sleep_ms(1)
          await Cancellable.cancel_all()
          print(Cancellable._tasks)
          await asyncio.gather(task, return_exceptions=True)

      asyncio.run(main())
      `,
      ["{}"],
    ));

  test("a member of the group cannot cancel it: RuntimeError, and nothing is cancelled", () =>
    python.prints(
      `
      import asyncio
      from asyn import Cancellable, cancellable

      @cancellable
      async def other(task_no):
          await asyncio.sleep_ms(5)
          print("not cancelled")

      @cancellable
      async def member(task_no):
          try:
              await Cancellable.cancel_all()
          except RuntimeError as e:
              print(e)

      async def main():
          task = asyncio.create_task(Cancellable(other)())
          await asyncio.sleep_ms(1)
          await Cancellable(member)
          await task

      asyncio.run(main())
      `,
      ["cancel_all() in a task of its own group", "not cancelled"],
    ));

  test("end() and stopped() may still be called", () =>
    python.prints(
      `
      import asyncio
      from asyn import Cancellable

      async def foo(task_no):
          Cancellable.end(task_no)
          await Cancellable.stopped(task_no)
          return "done"

      async def main():
          print(await Cancellable(foo))

      asyncio.run(main())
      `,
      ["done"],
    ));
});

describeWithThreads("asyn.ExitGate", (python) => {
  test("it waits until the tasks inside have left, and cuts their sleep short", () =>
    python.prints(
      `
      import asyncio
      from asyn import ExitGate

      gate = ExitGate(granularity=2)

      async def foo(n):
          async with gate:
              while not gate.ending():
                  if not await gate.sleep(5):
                      print(n, "ends")

      async def main():
          tasks = [asyncio.create_task(foo(n)) for n in range(2)]
          await asyncio.sleep_ms(5)
          await gate
          print("closed", gate.ending(), await gate.sleep(0.005))

      asyncio.run(main())
      `,
      ["0 ends", "1 ends", "closed False True"],
    ));
});
