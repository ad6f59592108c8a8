import { expect, test } from "vitest";
import { describeWith31BitIntegers, runtimeFiles } from "./support/python.ts";

/** A Pico has 31-bit small integers and single-precision floats: what relies on more than that goes wrong there. */

interface Line {
  readonly where: string;
  readonly text: string;
}

function codeLines(): Line[] {
  return runtimeFiles().flatMap(({ path, text }) =>
    String(text)
      .replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""')
      .split("\n")
      .map((line, at) => ({ where: `${path}:${at + 1}`, text: line.replace(/#.*/, "") })),
  );
}

test("no integer literal leaves 31 bits", () => {
  const wide = codeLines().filter(({ text }) =>
    [...text.matchAll(/\b(0x[0-9A-Fa-f]+|\d+)\b/g)].some(([number]) => Number(number) >= 2 ** 30),
  );
  expect(wide).toEqual([]);
});

test("floats are made only where a caller asks for one", () => {
  const floats = codeLines().filter(({ text }) =>
    /\d\.\d|\d[eE]\d|[^/]\/[^/]|\bfloat\b/.test(text),
  );
  expect(floats.map(({ text }) => text.trim())).toEqual([
    "return round((self._width - centre) * full / (full_width - centre))",
    "return self._source // ticks if self._source % ticks == 0 else self._source / ticks",
    "return self._width * 100 / (self._timer.period() + 1) if self._percent is None else self._percent",
  ]);
});

test("times are compared by ticks_diff(), for the counters wrap", () => {
  const compared = codeLines().filter(({ text }) =>
    /ticks_[mu]s\(\)\s*[-<>]|[-<>]\s*ticks_[mu]s\(\)/.test(text),
  );
  expect(compared).toEqual([]);
});

await describeWith31BitIntegers("values around 2 ** 30", (python) => {
  test("a queue carries them", () =>
    python.prints(
      `
      from array import array
      from threadsafe import ThreadSafeQueue

      values = [2**30 - 1, 2**30, 2**31 - 1, -(2**30), -(2**30) - 1]
      for buf in (6, array("i", [0] * 6)):
          q = ThreadSafeQueue(buf)
          for value in values:
              q.put_sync(value)
          print([q.get_sync() for _ in values] == values)
      `,
      ["True", "True"],
    ));

  test("a delay's counter wraps in an interrupt without allocating", () =>
    python.prints(
      `
      import asyncio, micropython
      from primitives import Delay_ms

      async def main():
          delay = Delay_ms(duration=2)
          delay._asked = delay._seen = 0x1FFFFFFF
          micropython.heap_lock()
          delay.trigger()
          micropython.heap_unlock()
          await delay.wait()
          print(delay._asked, delay())

      asyncio.run(main())
      `,
      ["0 False"],
    ));

  test("a delay and a pause may last for days", () =>
    python.prints(
      `
      import asyncio
      from asyn import sleep
      from primitives import Delay_ms

      async def main():
          delay = Delay_ms(duration=2**29 - 100)
          delay.trigger()
          tasks = [asyncio.create_task(sleep(seconds)) for seconds in (2**19, 2**22, 2**28)]
          await asyncio.sleep_ms(20)
          print(delay(), [task.done() for task in tasks])

      asyncio.run(main())
      `,
      ["True [False, False, False]"],
    ));

  test("an app loop survives the wrap of the clock", () =>
    python.prints(
      `
      import apploop.manager
      from apploop import AppLoopManager, AppWorker
      from time import ticks_add

      now = ticks_add(0, -2)
      apploop.manager.ticks_ms = lambda: now
      manager, runs = AppLoopManager(), 0

      def run(caller, args):
          global runs
          runs += 1

      worker = AppWorker(period_ms=5)
      worker.set_external_func(run)
      manager.create_worker(worker)
      for _ in range(12):
          manager._pass()
          now = ticks_add(now, 1)
      print(now, runs)
      `,
      ["10 3"],
    ));

  test("numbers of tasks go on beyond it", () =>
    python.prints(
      `
      import asyncio
      from asyn import Cancellable

      async def foo(task_no):
          await asyncio.sleep(5)

      async def main():
          Cancellable._next_no = 2**30 - 1
          for _ in range(3):
              asyncio.create_task(Cancellable(foo)())
          await asyncio.sleep_ms(1)
          print(sorted(Cancellable._tasks))
          await Cancellable.cancel_all()
          print(Cancellable._tasks)

      asyncio.run(main())
      `,
      ["[1073741823, 1073741824, 1073741825]", "{}"],
    ));
});
