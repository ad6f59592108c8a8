import { expect, test } from "vitest";
import { describeWithThreads, onBoard } from "./support/python.ts";

describeWithThreads("ThreadSafeQueue", (python) => {
  test("a buffer of N slots holds N - 1 items", () =>
    python.prints(
      `
      from threadsafe import ThreadSafeQueue

      q = ThreadSafeQueue([0 for _ in range(4)])
      print(q.qsize(), q.empty(), q.full())
      for n in range(3):
          q.put_sync(n)
      print(q.qsize(), q.empty(), q.full())
      print(q.get_sync(), q.get_sync(), q.qsize())
      one = ThreadSafeQueue([0])
      print(one.empty(), one.full())
      `,
      ["0 True False", "3 False True", "0 1 1", "True True"],
    ));

  test("the buffer is a list, an array, a bytearray, or a number of slots", () =>
    python.prints(
      `
      from array import array
      from threadsafe import ThreadSafeQueue

      for buf in ([0] * 5, array("h", [0] * 5), bytearray(5), 5):
          q = ThreadSafeQueue(buf)
          for round in range(3):
              for n in range(4):
                  q.put_sync(n)
              print([q.get_sync() for _ in range(4)], end=" ")
          print(q.empty())
      `,
      Array(4).fill("[0, 1, 2, 3] [0, 1, 2, 3] [0, 1, 2, 3] True"),
    ));

  test("any object may be put, and is the same when it is got", () =>
    python.prints(
      `
      from threadsafe import ThreadSafeQueue

      class Thing:
          pass

      q = ThreadSafeQueue(10)
      things = [Thing(), None, "text", 1.5, [1], print, (1, 2)]
      for thing in things:
          q.put_sync(thing)
      print(all(q.get_sync() is thing for thing in things))
      `,
      ["True"],
    ));

  test("an object that is changed after it was put is changed for the consumer", () =>
    python.prints(
      `
      from array import array
      from threadsafe import ThreadSafeQueue

      q = ThreadSafeQueue(4)
      reused = array("I", (1, 2, 3))
      q.put_sync(reused)
      q.put_sync([1, 2, 3])
      reused[0] = 9
      print(list(q.get_sync()), q.get_sync())
      `,
      ["[9, 2, 3] [1, 2, 3]"],
    ));

  test("get_sync() of an empty queue and put_sync() to a full one raise IndexError", () =>
    python.prints(
      `
      from threadsafe import ThreadSafeQueue

      q = ThreadSafeQueue(2)
      try:
          q.get_sync()
      except IndexError:
          print("empty")
      q.put_sync(1)
      try:
          q.put_sync(2)
      except IndexError:
          print("full")
      `,
      ["empty", "full"],
    ));

  test("a put_sync() that raises has changed nothing, and wakes nobody", () =>
    python.prints(
      `
      import asyncio
      from array import array
      from threadsafe import ThreadSafeQueue

      buf = [0, 0, 0]
      q = ThreadSafeQueue(buf)
      q.put_sync(1)
      q.put_sync(2)
      try:
          q.put_sync(3)
      except IndexError:
          print(buf, q.qsize(), q.get_sync(), q.get_sync())

      narrow = ThreadSafeQueue(array("h", [0] * 3))

      async def main():
          task = asyncio.create_task(narrow.get())
          await asyncio.sleep_ms(2)
          try:
              narrow.put_sync("text")
          except TypeError:
              await asyncio.sleep_ms(5)
              print(narrow.qsize(), task.done())
          narrow.put_sync(7)
          print(await task)

      asyncio.run(main())
      `,
      ["[1, 2, 0] 2 1 2", "0 False", "7"],
    ));

  test("get_sync(block=True) waits until a task puts an item", () =>
    python.prints(
      `
      import asyncio, _thread
      from threadsafe import ThreadSafeQueue

      q = ThreadSafeQueue(4)
      got = []

      def consumer():
          for _ in range(3):
              got.append(q.get_sync(block=True))

      async def main():
          _thread.start_new_thread(consumer, ())
          for n in range(3):
              await asyncio.sleep_ms(5)
              await q.put(n)
          while len(got) < 3:
              await asyncio.sleep_ms(1)
          print(got)

      asyncio.run(main())
      `,
      ["[0, 1, 2]"],
    ));

  test("put_sync(block=True) waits until a task gets an item", () =>
    python.prints(
      `
      import asyncio, _thread
      from threadsafe import ThreadSafeQueue

      q = ThreadSafeQueue(3)

      def producer():
          for n in range(8):
              q.put_sync(n, block=True)

      async def main():
          _thread.start_new_thread(producer, ())
          got = []
          for _ in range(8):
              await asyncio.sleep_ms(3)
              got.append(await q.get())
          print(got, q.empty())

      asyncio.run(main())
      `,
      ["[0, 1, 2, 3, 4, 5, 6, 7] True"],
    ));

  test("without block, the synchronous methods return at once in a task", () =>
    python.prints(
      `
      import asyncio, time
      from threadsafe import ThreadSafeQueue

      async def main():
          q = ThreadSafeQueue(3)
          start = time.ticks_ms()
          for n in range(2):
              q.put_sync(n)
          for call in (lambda: q.put_sync(2), q.get_sync, q.get_sync, q.get_sync):
              try:
                  print(call())
              except IndexError:
                  print("IndexError")
          print(time.ticks_diff(time.ticks_ms(), start) < 50)

      asyncio.run(main())
      `,
      ["IndexError", "0", "1", "IndexError", "True"],
    ));

  test("asking for its state first avoids IndexError", () =>
    python.prints(
      `
      from threadsafe import ThreadSafeQueue

      q = ThreadSafeQueue(4)
      n = 0
      while not q.full():
          q.put_sync(n)
          n += 1
      while q.qsize():
          print(q.get_sync())
      print(q.empty())
      `,
      ["0", "1", "2", "True"],
    ));

  test("put() waits for room, get() for an item", () =>
    python.prints(
      `
      import asyncio
      from threadsafe import ThreadSafeQueue

      async def feed(q):
          for n in range(20):
              await q.put(n)

      async def main():
          q = ThreadSafeQueue(3)
          task = asyncio.create_task(feed(q))
          got = []
          for _ in range(20):
              got.append(await q.get())
          print(got)

      asyncio.run(main())
      `,
      [`[${Array.from({ length: 20 }, (_, n) => n).join(", ")}]`],
    ));

  test("async for retrieves what a thread puts, which raises when the queue is full", () =>
    python.prints(
      `
      import asyncio, _thread, time
      from threadsafe import ThreadSafeQueue

      q = ThreadSafeQueue([0 for _ in range(5)])
      refused = 0

      def producer():
          global refused
          n = 0
          while n < 500:
              try:
                  q.put_sync(n)
                  n += 1
              except IndexError:
                  refused += 1
                  time.sleep_us(50)

      async def main():
          _thread.start_new_thread(producer, ())
          expected = 0
          async for n in q:
              assert n == expected
              expected += 1
              if expected == 500:
                  break
          print(expected, refused > 0)

      asyncio.run(main())
      `,
      ["500 True"],
    ));

  test("several tasks may wait at one end: each gets an item", () =>
    python.prints(
      `
      import asyncio, _thread
      from threadsafe import ThreadSafeQueue

      q = ThreadSafeQueue(10)
      got = []

      async def consumer():
          got.append(await q.get())

      async def main():
          tasks = [asyncio.create_task(consumer()) for _ in range(4)]
          await asyncio.sleep_ms(3)
          tasks.pop().cancel()
          _thread.start_new_thread(lambda: [q.put_sync(n) for n in range(3)], ())
          await asyncio.wait_for_ms(asyncio.gather(*tasks), 2000)
          print(sorted(got))

      asyncio.run(main())
      `,
      ["[0, 1, 2]"],
    ));

  test("a task that is cancelled while it waits for room leaves the other end whole", () =>
    python.prints(
      `
      import asyncio
      from threadsafe import ThreadSafeQueue

      async def main():
          q = ThreadSafeQueue(2)
          await q.put(1)
          task = asyncio.create_task(q.put(2))
          await asyncio.sleep_ms(2)
          task.cancel()
          await asyncio.sleep_ms(2)
          print(await q.get(), q.empty())
          reader = asyncio.create_task(q.get())
          await asyncio.sleep_ms(2)
          await q.put(3)
          print(await reader)

      asyncio.run(main())
      `,
      ["1 True", "3"],
    ));

  test("an interrupt may use it: the synchronous methods allocate nothing", () =>
    python.prints(
      `
      import micropython
      from threadsafe import ThreadSafeQueue

      q = ThreadSafeQueue(bytearray(3))

      def interrupt():
          raised = 0
          micropython.heap_lock()
          for _ in range(3):
              try:
                  q.put_sync(5)
              except IndexError:
                  raised += 1
          sizes = q.qsize() + q.empty() + q.full()
          for _ in range(3):
              try:
                  q.get_sync()
              except IndexError:
                  raised += 1
          micropython.heap_unlock()
          return raised, sizes

      print(interrupt())
      `,
      ["(2, 3)"],
    ));

  test("two queues make an echo server on the other core", () =>
    python.prints(
      `
      import asyncio, _thread
      from threadsafe import ThreadSafeQueue
      from time import sleep_ms

      def core_2(getq, putq):
          buf = []
          while True:
              while getq.qsize():
                  buf.append(getq.get_sync())
              for x in buf:
                  putq.put_sync(x, block=True)
              buf.clear()
              sleep_ms(1)

      async def sender(to_core2):
          x = 0
          while True:
              await to_core2.put(x := x + 1)

      async def main():
          to_core2 = ThreadSafeQueue([0 for _ in range(50)])
          from_core2 = ThreadSafeQueue([0 for _ in range(50)])
          _thread.start_new_thread(core_2, (to_core2, from_core2))
          task = asyncio.create_task(sender(to_core2))
          n = 0
          async for x in from_core2:
              if not x % 1000:
                  print("Received", x, "queue items.")
              n += 1
              assert x == n
              if n == 3000:
                  break

      asyncio.run(main())
      `,
      ["Received 1000 queue items.", "Received 2000 queue items.", "Received 3000 queue items."],
    ));

  test("a lock keeps the items of a shared pool consistent", () =>
    python.prints(
      `
      import asyncio, _thread, time

      lock = _thread.allocate_lock()
      values = {"X": 0, "Y": 0, "Z": 0}

      def producer():
          n = 0
          while n < 2000:
              n += 1
              with lock:
                  values["X"] = n
                  values["Y"] = n
                  values["Z"] = n

      async def main():
          _thread.start_new_thread(producer, ())
          torn = 0
          while values["Z"] < 2000:
              with lock:
                  torn += not values["X"] == values["Y"] == values["Z"]
              await asyncio.sleep_ms(0)
          print(torn)

      asyncio.run(main())
      `,
      ["0"],
    ));

  test("an interrupt feeds tasks where there are no threads (embedded)", async () => {
    const program = `
      import asyncio
      from threadsafe import ThreadSafeQueue
      from machine import Timer

      async def main():
          q = ThreadSafeQueue(bytearray(4))
          timer = Timer(-1, period=2, callback=lambda t: q.full() or q.put_sync(7), hard=True)
          got = []
          for _ in range(5):
              got.append(await q.get())
          timer.deinit()
          print(got)

      asyncio.run(main())
    `;
    expect(await onBoard(program, "embedded")).toEqual(["[7, 7, 7, 7, 7]"]);
  });
});
