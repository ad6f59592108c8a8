import { test } from "vitest";
import { describeWithThreads } from "./support/python.ts";

describeWithThreads("Message", (python) => {
  test("awaiting it gives the data that another context set", () =>
    python.prints(
      `
      import asyncio, _thread, time
      from threadsafe import Message

      msg = Message()

      def other():
          time.sleep_ms(10)
          msg.set("Hello")

      async def main():
          _thread.start_new_thread(other, ())
          print(await msg, msg.value(), msg.is_set())
          msg.clear()
          print(msg.is_set())
          msg.set()
          print(await msg.wait())

      asyncio.run(main())
      `,
      ["Hello Hello True", "False", "None"],
    ));

  test("all tasks that wait receive it, though the first of them clears it", () =>
    python.prints(
      `
      import asyncio
      from threadsafe import Message

      msg = Message()

      async def waiter(n):
          while True:
              res = await msg
              msg.clear()
              print(n, res)
              await asyncio.sleep_ms(0)

      async def main():
          for n in range(3):
              asyncio.create_task(waiter(n))
          for k in range(2):
              await asyncio.sleep_ms(10)
              msg.set("Hello {}".format(k))
          await asyncio.sleep_ms(10)

      asyncio.run(main())
      `,
      ["0 Hello 0", "1 Hello 0", "2 Hello 0", "0 Hello 1", "1 Hello 1", "2 Hello 1"],
    ));

  test("async for receives one after the other", () =>
    python.prints(
      `
      import asyncio
      from threadsafe import Message

      async def waiter(msg):
          async for text in msg:
              print("Waiter got", text)
              msg.clear()

      async def main():
          msg = Message()
          task = asyncio.create_task(waiter(msg))
          for text in ("Hello", "This is a", "message", "goodbye"):
              msg.set(text)
              await asyncio.sleep_ms(10)
          task.cancel()
          await asyncio.sleep_ms(10)
          print("Done")

      asyncio.run(main())
      `,
      [
        "Waiter got Hello",
        "Waiter got This is a",
        "Waiter got message",
        "Waiter got goodbye",
        "Done",
      ],
    ));

  test("of two messages before a task looks, the second remains", () =>
    python.prints(
      `
      import asyncio
      from threadsafe import Message

      async def main():
          msg = Message()
          msg.set(1)
          msg.set(2)
          print(await msg)

      asyncio.run(main())
      `,
      ["2"],
    ));

  test("an interrupt may set it", () =>
    python.prints(
      `
      import micropython
      from threadsafe import Message

      msg = Message()
      micropython.heap_lock()
      msg.set(5)
      micropython.heap_unlock()
      print(msg.is_set(), msg.value())
      `,
      ["True 5"],
    ));
});
