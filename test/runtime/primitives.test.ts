import { expect, test } from "vitest";
import { describeWithThreads, onBoard } from "./support/python.ts";

describeWithThreads("primitives.Queue", (python) => {
  test("get() waits for an item, put() for room; without waiting they raise", () =>
    python.prints(
      `
      import asyncio
      from primitives import Queue, QueueEmpty, QueueFull

      async def main():
          q = Queue(2)
          try:
              q.get_nowait()
          except QueueEmpty:
              print("empty", q.empty())
          q.put_nowait(1)
          await q.put(2)
          try:
              q.put_nowait(3)
          except QueueFull:
              print("full", q.full(), q.qsize())
          task = asyncio.create_task(q.put(3))
          await asyncio.sleep_ms(2)
          print(task.done(), await q.get(), await q.get(), await q.get())
          reader = asyncio.create_task(q.get())
          await asyncio.sleep_ms(2)
          q.put_nowait(4)
          print(await reader, Queue().full())

      asyncio.run(main())
      `,
      ["empty True", "full True 2", "False 1 2 3", "4 False"],
    ));

  test("join() waits until every item is done", () =>
    python.prints(
      `
      import asyncio
      from primitives import Queue

      async def worker(q, log):
          async for item in q:
              await asyncio.sleep_ms(1)
              log.append(item)
              q.task_done()

      async def main():
          q, log = Queue(), []
          for n in range(4):
              q.put_nowait(n)
          for _ in range(2):
              asyncio.create_task(worker(q, log))
          await q.join()
          print(log)
          try:
              q.task_done()
          except ValueError as e:
              print(e)

      asyncio.run(main())
      `,
      ["[0, 1, 2, 3]", "task_done() called too many times"],
    ));

  test("many producers and consumers, some of them cancelled, lose and repeat nothing", () =>
    python.prints(
      `
      import asyncio
      from primitives import Queue

      async def produce(q, base):
          for n in range(50):
              await q.put(base + n)

      async def consume(q, got):
          while True:
              got.append(await q.get())

      async def main():
          q, got = Queue(3), []
          consumers = [asyncio.create_task(consume(q, got)) for _ in range(4)]
          producers = [asyncio.create_task(produce(q, base)) for base in (0, 100, 200)]
          for _ in range(3):
              await asyncio.sleep_ms(0)
              consumers.pop().cancel()
          await asyncio.gather(*producers)
          await asyncio.sleep_ms(5)
          print(len(got), sorted(got) == [b + n for b in (0, 100, 200) for n in range(50)])

      asyncio.run(main())
      `,
      ["150 True"],
    ));
});

describeWithThreads("primitives.RingbufQueue", (python) => {
  test("a full one takes an item in place of its oldest, and raises", () =>
    python.prints(
      `
      from primitives import RingbufQueue

      for buf in (4, [0] * 4, bytearray(4)):
          q = RingbufQueue(buf)
          refused = 0
          for n in range(5):
              try:
                  q.put_nowait(n)
              except IndexError:
                  refused += 1
          print(refused, q.full(), q.qsize(), q.peek(), [q.get_nowait() for _ in range(3)], q.empty())
          for call in (q.peek, q.get_nowait):
              try:
                  call()
              except IndexError:
                  print("IndexError", end=" ")
          print()
      `,
      Array(3).fill(["2 True 3 2 [2, 3, 4] True", "IndexError IndexError "]).flat(),
    ));

  test("put() waits for room, async for for items", () =>
    python.prints(
      `
      import asyncio
      from primitives import RingbufQueue

      async def feed(q):
          for n in range(6):
              await q.put(n)

      async def main():
          q = RingbufQueue(3)
          asyncio.create_task(feed(q))
          got = []
          async for n in q:
              got.append(n)
              if n == 5:
                  break
          print(got)

      asyncio.run(main())
      `,
      ["[0, 1, 2, 3, 4, 5]"],
    ));
});

describeWithThreads("primitives.Condition", (python) => {
  test("notify() wakes so many, in turn, and each holds the lock", () =>
    python.prints(
      `
      import asyncio
      from primitives import Condition

      cond = Condition()
      log = []

      async def waiter(n):
          async with cond:
              await cond.wait()
              log.append((n, cond.locked()))

      async def main():
          for n in range(4):
              asyncio.create_task(waiter(n))
          await asyncio.sleep_ms(1)
          async with cond:
              cond.notify()
          await asyncio.sleep_ms(1)
          print(log)
          async with cond:
              cond.notify_all()
          await asyncio.sleep_ms(1)
          print(len(log), cond.locked())

      asyncio.run(main())
      `,
      ["[(0, True)]", "4 False"],
    ));

  test("wait_for() goes on when its predicate is true", () =>
    python.prints(
      `
      import asyncio
      from primitives import Condition

      async def main():
          cond, items = Condition(), []

          async def consumer():
              async with cond:
                  print(await cond.wait_for(lambda: len(items) >= 2 and sum(items)))

          task = asyncio.create_task(consumer())
          for item in (3, 4):
              await asyncio.sleep_ms(1)
              async with cond:
                  items.append(item)
                  cond.notify()
          await task

      asyncio.run(main())
      `,
      ["7"],
    ));

  test("without the lock it raises RuntimeError", () =>
    python.prints(
      `
      import asyncio
      from primitives import Condition

      async def main():
          cond = Condition(asyncio.Lock())
          for use in (cond.notify, cond.notify_all):
              try:
                  use()
              except RuntimeError as e:
                  print(e)
          try:
              await cond.wait()
          except RuntimeError as e:
              print(e)

      asyncio.run(main())
      `,
      Array(3).fill("Condition not acquired"),
    ));

  test("a notification of a task that is cancelled goes to another", () =>
    python.prints(
      `
      import asyncio
      from primitives import Condition

      cond = Condition()

      async def waiter(n):
          async with cond:
              await cond.wait()
              print(n)

      async def main():
          tasks = [asyncio.create_task(waiter(n)) for n in range(2)]
          await asyncio.sleep_ms(1)
          async with cond:
              cond.notify()
              tasks[0].cancel()
          await asyncio.sleep_ms(2)
          print(tasks[0].done(), cond.locked())

      asyncio.run(main())
      `,
      ["1", "True False"],
    ));
});

describeWithThreads("primitives.Delay_ms", (python) => {
  test("it runs its callback after the delay, unless it is triggered anew before", () =>
    python.prints(
      `
      import asyncio
      from primitives import Delay_ms

      log = []

      async def main():
          delay = Delay_ms(log.append, ("timeout",), duration=60)
          delay.trigger()
          print(delay(), delay.running())
          for _ in range(5):
              await asyncio.sleep_ms(20)
              delay.trigger()
          print(log)
          await asyncio.sleep_ms(120)
          print(log, delay())

      asyncio.run(main())
      `,
      ["True True", "[]", "['timeout'] False"],
    ));

  test("a shorter delay may replace a longer one, and stop() ends it", () =>
    python.prints(
      `
      import asyncio, time
      from primitives import Delay_ms

      async def main():
          delay = Delay_ms(duration=5000)
          start = time.ticks_ms()
          delay.trigger()
          await asyncio.sleep_ms(2)
          delay.trigger(10)
          await delay.wait()
          print(time.ticks_diff(time.ticks_ms(), start) < 1000)
          delay.clear()
          delay.trigger(20)
          await asyncio.sleep_ms(2)
          delay.stop()
          print(delay())
          try:
              await asyncio.wait_for_ms(delay.wait(), 60)
          except asyncio.TimeoutError:
              print("stopped")
          delay.trigger(1)
          await delay.wait()
          print("again")

      asyncio.run(main())
      `,
      ["True", "False", "stopped", "again"],
    ));

  test("rvalue() is what the callback returned, of a coroutine function the task", () =>
    python.prints(
      `
      import asyncio
      from primitives import Delay_ms

      async def later(x):
          return x * 2

      async def main():
          delay = Delay_ms(abs, (-5,), duration=1)
          delay.trigger()
          await delay.wait()
          await asyncio.sleep_ms(1)
          print(delay.rvalue())
          delay.callback(later, (4,))
          delay.clear()
          delay.trigger()
          await delay.wait()
          await asyncio.sleep_ms(1)
          print(await delay.rvalue())

      asyncio.run(main())
      `,
      ["5", "8"],
    ));

  test("an interrupt may trigger it, a thread too", () =>
    python.prints(
      `
      import asyncio, micropython, _thread
      from primitives import Delay_ms

      async def main():
          delay = Delay_ms(duration=5)
          micropython.heap_lock()
          delay.trigger()
          micropython.heap_unlock()
          await delay.wait()
          delay.clear()
          _thread.start_new_thread(delay.trigger, ())
          await delay.wait()
          print("both")

      asyncio.run(main())
      `,
      ["both"],
    ));

  test("a callback that raises is reported, and the delay lives", () =>
    python.prints(
      `
      import asyncio
      from primitives import Delay_ms

      def fails():
          raise ValueError("callback")

      async def main():
          asyncio.get_event_loop().set_exception_handler(
              lambda loop, context: print(repr(context["exception"]))
          )
          delay = Delay_ms(fails, duration=1)
          for _ in range(2):
              delay.clear()
              delay.trigger()
              await delay.wait()
              await asyncio.sleep_ms(1)

      asyncio.run(main())
      `,
      ["ValueError('callback',)", "ValueError('callback',)"],
    ));

  test("as an event it can be set and cleared; deinit() ends it", () =>
    python.prints(
      `
      import asyncio
      from primitives import Delay_ms

      async def main():
          delay = Delay_ms(print, ("never",), duration=5)
          delay.set()
          await delay.wait()
          delay.clear()
          delay.trigger()
          delay.deinit()
          await asyncio.sleep_ms(15)
          print(delay())

      asyncio.run(main())
      `,
      ["False"],
    ));
});

describeWithThreads("primitives.WaitAny, WaitAll, ELO", (python) => {
  test("WaitAny gives the one that came, WaitAll waits for all, and they nest", () =>
    python.prints(
      `
      import asyncio
      from primitives import WaitAll, WaitAny

      async def main():
          a, b, c = asyncio.Event(), asyncio.Event(), asyncio.Event()

          async def later(event, ms):
              await asyncio.sleep_ms(ms)
              event.set()

          asyncio.create_task(later(b, 3))
          any_of = WaitAny((a, b))
          print(await any_of.wait() is b, any_of.event() is b, a.is_set())
          asyncio.create_task(later(a, 3))
          asyncio.create_task(later(c, 6))
          nested = WaitAll((a, WaitAny((b, c))))
          await nested.wait()
          print(a.is_set(), c.is_set())
          any_of.clear()
          print(a.is_set(), b.is_set())
          try:
              await asyncio.wait_for_ms(WaitAll((a, b)).wait(), 5)
          except asyncio.TimeoutError:
              print("timeout")

      asyncio.run(main())
      `,
      ["True True False", "True False", "False False", "timeout"],
    ));

  test("an ELO is the end of a coroutine as an event", () =>
    python.prints(
      `
      import asyncio
      from primitives import Delay_ms, ELO, WaitAny

      async def foo(ms, result=None):
          await asyncio.sleep_ms(ms)
          return result

      async def main():
          elo, delay = ELO(foo, 2, result=42), Delay_ms(duration=2000)
          delay.trigger()
          print(await WaitAny((elo, delay)).wait() is elo, await elo())
          slow = ELO(asyncio.create_task(foo(5000)))
          delay.trigger(2)
          print(await WaitAny((slow, delay)).wait() is delay, slow().done())
          slow().cancel()
          await slow.wait()
          print(slow().done())

      asyncio.run(main())
      `,
      ["True 42", "True False", "True"],
    ));

  test("set_global_exception() ends the program when a task fails", async () => {
    const program = `
      import asyncio
      from primitives import set_global_exception

      async def fails():
          raise ValueError("in a task")

      async def main():
          set_global_exception()
          asyncio.create_task(fails())
          await asyncio.sleep(5)

      try:
          asyncio.run(main())
      except SystemExit as e:
          print("exit", e.args[0])
    `;
    const printed = await onBoard(program);
    expect(printed.at(-2)).toBe("ValueError: in a task");
    expect(printed.at(-1)).toBe("exit 1");
  });
});

describeWithThreads("primitives.Broker", (python) => {
  test("every kind of agent receives what is published on its topic", () =>
    python.prints(
      `
      import asyncio
      from primitives import Agent, Broker, Queue, RingbufQueue

      class Mine(Agent):
          def put(self, topic, message, *args):
              print("agent", topic, message, args)

      async def coro(topic, message, arg):
          print("coroutine", topic, message, arg)

      async def main():
          broker, event, queue, ring = Broker(), asyncio.Event(), Queue(), RingbufQueue(5)
          broker.subscribe("led", lambda topic, message: print("function", topic, message))
          broker.subscribe("led", Mine(), 1, 2)
          broker.subscribe("led", coro, "extra")
          broker.subscribe("led", event)
          broker.subscribe("led", queue)
          broker.subscribe("led", ring, "args")
          broker.publish("led", True)
          broker.publish("other")
          await asyncio.sleep_ms(1)
          print(event.is_set(), queue.get_nowait(), ring.get_nowait(), queue.empty())
          try:
              broker.subscribe("led", 5)
          except ValueError as e:
              print(e.args)

      asyncio.run(main())
      `,
      [
        "function led True",
        "agent led True (1, 2)",
        "coroutine led True extra",
        "True ('led', True) ('led', True, ('args',)) True",
        "('Invalid agent:', 5)",
      ],
    ));

  test("a subscription can be ended, and may be for all topics that match", () =>
    python.prints(
      `
      from primitives import Broker, Queue, RegExp

      Broker.Verbose = False
      broker, queue = Broker(), Queue()
      pattern = RegExp("sensor_.*")
      broker.subscribe(pattern, queue)
      broker.subscribe("sensor_1", queue)
      broker.subscribe("sensor_1", queue)
      broker.publish("sensor_1", 1)
      broker.publish("sensor_2", 2)
      broker.publish("led", 3)
      print([queue.get_nowait() for _ in range(queue.qsize())])
      broker.unsubscribe("sensor_1", queue)
      broker.unsubscribe(pattern, queue)
      broker.unsubscribe(pattern, queue)
      broker.publish("sensor_1", 4)
      print(queue.empty(), len(broker))
      `,
      ["[('sensor_1', 1), ('sensor_2', 2)]", "True 0"],
    ));

  test("a message that finds no room is lost, and Verbose says so", () =>
    python.prints(
      `
      from primitives import Broker, Queue

      broker, queue = Broker(), Queue(1)
      broker.subscribe("t", queue)
      broker.publish("t", 1)
      broker.publish("t", 2)
      print(queue.qsize())
      `,
      ["Broker: message lost, topic t message 2", "1"],
    ));
});
