import { expect, test } from "vitest";
import { describeWithThreads, onBoard } from "./support/python.ts";

describeWithThreads("AppLoopManager", (python) => {
  test("workers take turns on a second thread, beside an asyncio loop", () =>
    python.prints(
      `
      import asyncio, _thread
      from apploop import AppLoopManager, AppWorker

      here = _thread.get_ident()
      manager = AppLoopManager()
      seen = []

      def run(caller, args):
          assert _thread.get_ident() != here
          seen.append((caller, args))

      async def main():
          manager.create_worker(AppWorker())
          manager.create_worker(AppWorker())
          manager.workers[0].set_external_func(run, ("Worker 0",))
          manager.workers[1].set_external_func(run, ("Worker 1",))
          manager.start_thread()
          await asyncio.sleep_ms(50)
          await manager.stop()
          names = [args[0] for _, args in seen]
          print(abs(names.count("Worker 0") - names.count("Worker 1")) <= 1, len(names) > 10)
          print(all(caller in manager.workers for caller, _ in seen))

      asyncio.run(main())
      `,
      ["True True", "True"],
    ));

  test("a worker that raises is reported and started again, or removed", () =>
    python.prints(
      `
      import asyncio
      from apploop import AppLoopManager, AppWorker

      manager = AppLoopManager()
      reported = []
      manager.report = lambda worker, error: reported.append((manager.workers.index(worker), repr(error)))
      runs = {"again": 0, "once": 0, "other": 0}

      def run(caller, name):
          runs[name] += 1
          if name != "other" and runs[name] == 1:
              raise ValueError(name)

      async def main():
          for name, restart in (("again", True), ("once", False), ("other", True)):
              worker = AppWorker(restart=restart)
              worker.set_external_func(run, name)
              manager.create_worker(worker)
          manager.start_thread()
          for _ in range(2000):
              await asyncio.sleep_ms(5)
              if runs["again"] > 5 and runs["other"] > 50:
                  break
          await manager.stop()
          print(sorted(reported))
          print(runs["again"] > 5, runs["once"], runs["other"] > 50, len(manager.workers))

      asyncio.run(main())
      `,
      [`[(0, "ValueError('again',)"), (1, "ValueError('once',)")]`, "True 1 True 2"],
    ));

  test("what a worker raises is printed with its traceback, unless report is replaced", async () => {
    const program = `
      import asyncio
      from apploop import AppLoopManager, AppWorker

      def fails(caller, args):
          raise ValueError("in the worker")

      async def main():
          manager = AppLoopManager()
          worker = AppWorker(restart=False)
          worker.set_external_func(fails)
          manager.create_worker(worker)
          manager.start_thread()
          while manager.workers:
              await asyncio.sleep_ms(1)
          await manager.stop()

      asyncio.run(main())
    `;
    const printed = (await onBoard(program)).join("\n");
    expect(printed).toContain("app loop: <AppWorker object");
    expect(printed).toContain("ValueError: in the worker");
  });

  test("a worker that is finished leaves the loop", () =>
    python.prints(
      `
      import asyncio
      from apploop import AppLoopManager, AppWorker

      manager = AppLoopManager()
      steps = []

      class Three(AppWorker):
          def loop(self):
              for n in range(3):
                  steps.append(n)
                  yield

      async def main():
          manager.create_worker(Three())
          manager.start_thread()
          await asyncio.sleep_ms(50)
          print(steps, manager.workers)
          await manager.stop()

      asyncio.run(main())
      `,
      ["[0, 1, 2] []"],
    ));

  test("workers are added and removed while it runs", () =>
    python.prints(
      `
      import asyncio
      from apploop import AppLoopManager, AppWorker

      manager = AppLoopManager()
      runs = [0]

      def run(caller, args):
          runs[0] += 1

      async def main():
          manager.start_thread()
          await asyncio.sleep_ms(20)
          worker = AppWorker()
          worker.set_external_func(run)
          manager.create_worker(worker)
          await asyncio.sleep_ms(40)
          manager.remove_worker(worker)
          await asyncio.sleep_ms(10)
          done = runs[0]
          await asyncio.sleep_ms(20)
          print(done > 5, runs[0] == done, manager.workers)
          await manager.stop()

      asyncio.run(main())
      `,
      ["True True []"],
    ));

  test("each worker has its own pace", () =>
    python.prints(
      `
      import asyncio
      from apploop import AppLoopManager, AppWorker

      manager = AppLoopManager()
      runs = {5: 0, 50: 0, "own": 0}

      def run(caller, name):
          runs[name] += 1

      class Own(AppWorker):
          def loop(self):
              while True:
                  run(self, "own")
                  yield 25

      async def main():
          for period in (5, 50):
              worker = AppWorker(period_ms=period)
              worker.set_external_func(run, period)
              manager.create_worker(worker)
          manager.create_worker(Own())
          manager.start_thread()
          await asyncio.sleep_ms(250)
          await manager.stop()
          print(20 <= runs[5] <= 52, 3 <= runs[50] <= 6, 6 <= runs["own"] <= 11)

      asyncio.run(main())
      `,
      ["True True True"],
    ));

  test("starting it twice is an error, starting it again after it has stopped is not", () =>
    python.prints(
      `
      from apploop import AppLoopManager

      manager = AppLoopManager()
      for _ in range(3):
          manager.start_thread()
          try:
              manager.start_thread()
          except RuntimeError as e:
              print(e)
          manager.stop_thread()
          print(manager.started)
      `,
      Array(3).fill(["app loop already started", "False"]).flat(),
    ));

  test("when the core is in use by something else, starting says so and leaves it startable", () =>
    python.prints(
      `
      from apploop import AppLoopManager
      import apploop.manager

      def in_use(func, args):
          raise OSError("core1 in use")

      real = apploop.manager.start
      manager = AppLoopManager()
      apploop.manager.start = in_use
      try:
          manager.start_thread()
      except OSError as e:
          print(e, manager.started)
      apploop.manager.start = real
      manager.start_thread()
      manager.stop_thread()
      `,
      ["core1 in use False"],
    ));

  test("stopping waits for the step in progress, from the loop itself it does not", () =>
    python.prints(
      `
      import time
      from apploop import AppLoopManager, AppWorker

      manager = AppLoopManager()
      log = []

      begun = False

      def slow(caller, args):
          global begun
          begun = True
          time.sleep_ms(30)
          log.append("step")

      worker = AppWorker()
      worker.set_external_func(slow)
      manager.create_worker(worker)
      manager.start_thread()
      while not begun:
          time.sleep_ms(1)
      manager.stop_thread()
      print(log)

      worker.set_external_func(lambda caller, args: manager.stop_thread())
      manager.start_thread()
      while manager.started:
          time.sleep_ms(1)
      print("stopped itself")
      `,
      ["['step']", "stopped itself"],
    ));

  test("garbage is collected while the loop is parked between two steps", () =>
    python.prints(
      `
      import asyncio, gc, time
      from apploop import AppLoopManager, AppWorker

      manager = AppLoopManager()
      in_step = False
      runs = 0

      def run(caller, args):
          global in_step, runs
          in_step = True
          time.sleep_ms(2)
          in_step = False
          runs += 1

      real = gc.collect
      hurt = 0

      class Collector:
          def collect(self):
              global hurt
              for _ in range(5):
                  hurt += in_step
                  time.sleep_ms(1)
              real()

      import apploop.manager
      apploop.manager.gc = Collector()

      async def main():
          worker = AppWorker()
          worker.set_external_func(run)
          manager.create_worker(worker)
          manager.start_thread()
          for _ in range(20):
              await manager.collect()
              await asyncio.sleep_ms(3)
          print(hurt, runs > 5)
          await manager.stop()
          await manager.collect()

      asyncio.run(main())
      `,
      ["0 True"],
    ));

  test("the loop and its workers allocate nothing from step to step", () =>
    python.prints(
      `
      import gc
      from apploop import AppLoopManager, AppWorker

      manager = AppLoopManager()

      def run(caller, args):
          pass

      for _ in range(2):
          worker = AppWorker(period_ms=0)
          worker.set_external_func(run)
          manager.create_worker(worker)
      manager._pass()
      before = gc.mem_alloc()
      for _ in range(100):
          manager._pass()
      print(gc.mem_alloc() - before)
      `,
      ["0"],
    ));

  test("set_external_func() gives function and arguments at once", () =>
    python.prints(
      `
      import time
      from apploop import AppLoopManager, AppWorker

      manager = AppLoopManager()
      mixed = 0

      def a(caller, args):
          global mixed
          mixed += args != "a"

      def b(caller, args):
          global mixed
          mixed += args != "b"

      worker = AppWorker(period_ms=0)
      manager.create_worker(worker)
      manager.start_thread()
      for _ in range(5000):
          worker.set_external_func(a, "a")
          worker.set_external_func(b, "b")
      manager.stop_thread()
      print(mixed)
      `,
      ["0"],
    ));

  test("AppTask counts its runs and says who ran it", async () => {
    const program = `
      import apploop.task
      from apploop import AppTask, AppWorker

      class NoTime:
          def sleep(self, s):
              print("sleep", s)

      apploop.task.time = NoTime()
      task = AppTask()
      worker = AppWorker()
      worker.set_external_func(task.run, ("Worker 0",))
      steps = worker.loop()
      next(steps)
      next(steps)
      print(task.counter, AppTask.counter)
    `;
    const printed = await onBoard(program);
    expect(printed.map((line) => line.replace(/ at [0-9a-fx]+/, ""))).toEqual([
      "sleep 1",
      "Worker Worker 0, <AppWorker object>: Run count 1",
      "sleep 1",
      "Worker Worker 0, <AppWorker object>: Run count 2",
      "2 0",
    ]);
  });
});
