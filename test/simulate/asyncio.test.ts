import { describe, expect, test } from "vitest";
import { describeOnUnix } from "../support/micropython/onUnix.ts";
import { runPython } from "./runPython.ts";

/** Programs whose transcript must be the same over MicroPython's own asyncio and over ours. */
const programs: Record<string, string> = {
  "run gives the coroutine's value": `
async def main():
    return 42
print(asyncio.run(main()))
`,
  "run raises the coroutine's exception": `
async def main():
    raise ValueError("main")
try:
    asyncio.run(main())
except ValueError as e:
    print("caught", e)
`,
  "sleeping tasks take turns by time": `
async def worker(name, ms):
    for i in range(3):
        await asyncio.sleep_ms(ms)
        print(name, i)
async def main():
    a = asyncio.create_task(worker("a", 100))
    b = asyncio.create_task(worker("b", 250))
    await a
    await b
asyncio.run(main())
`,
  "sleep(0) gives way in order": `
async def worker(name):
    for i in range(3):
        print(name, i)
        await asyncio.sleep(0)
async def main():
    await asyncio.gather(worker("a"), worker("b"), worker("c"))
asyncio.run(main())
`,
  "a task starts at the next turn of the loop": `
async def child():
    print("child")
async def main():
    t = asyncio.create_task(child())
    print("created", t.done())
    await asyncio.sleep(0)
    print("after", t.done())
asyncio.run(main())
`,
  "gather gives results in order": `
async def value(ms, v):
    await asyncio.sleep_ms(ms)
    return v
async def main():
    print(await asyncio.gather(value(40, 1), value(10, 2), value(20, 3)))
    print(await asyncio.gather())
    done = asyncio.create_task(value(0, 9))
    await asyncio.sleep_ms(10)
    print(await asyncio.gather(done, value(1, 8)))
asyncio.run(main())
`,
  "gather raises the first exception and lets the others go on": `
async def bad(ms):
    await asyncio.sleep_ms(ms)
    raise ValueError(ms)
async def good():
    await asyncio.sleep_ms(300)
    print("good goes on")
async def main():
    try:
        await asyncio.gather(good(), bad(150), bad(10))
    except ValueError as e:
        print("first", e)
    await asyncio.sleep_ms(400)
asyncio.run(main())
`,
  "gather with return_exceptions": `
async def bad():
    raise ValueError("x")
async def good():
    await asyncio.sleep_ms(5)
    return 1
async def main():
    print([repr(r) for r in await asyncio.gather(bad(), good(), return_exceptions=True)])
asyncio.run(main())
`,
  "cancelling gather cancels its children": `
async def child(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("child", n, "cancelled")
        raise
async def main():
    t = asyncio.create_task(both())
    await asyncio.sleep_ms(10)
    print(t.cancel())
    try:
        await t
    except asyncio.CancelledError:
        print("gather cancelled")
async def both():
    await asyncio.gather(child(1), child(2))
asyncio.run(main())
`,
  "a task that somebody awaits cannot be gathered": `
async def slow():
    await asyncio.sleep_ms(30)
async def wait(t):
    await t
async def main():
    t = asyncio.create_task(slow())
    asyncio.create_task(wait(t))
    await asyncio.sleep_ms(1)
    try:
        await asyncio.gather(t)
    except RuntimeError as e:
        print(e)
asyncio.run(main())
`,
  "wait_for: in time, too late, failed, without a limit": `
async def job(ms, fail=False):
    try:
        await asyncio.sleep_ms(ms)
    except asyncio.CancelledError:
        print("job cancelled")
        raise
    if fail:
        raise ValueError("job")
    return ms
async def main():
    print(await asyncio.wait_for(job(10), 1))
    try:
        await asyncio.wait_for(job(1000), 0.02)
    except asyncio.TimeoutError as e:
        print("timeout", repr(e))
    try:
        await asyncio.wait_for_ms(job(5, True), 100)
    except ValueError as e:
        print(e)
    print(await asyncio.wait_for(job(5), None))
asyncio.run(main())
`,
  "cancelling wait_for cancels what it waits for": `
async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("job cancelled")
        raise
async def waiter():
    await asyncio.wait_for(job(), 5)
async def main():
    t = asyncio.create_task(waiter())
    await asyncio.sleep_ms(10)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("waiter cancelled")
asyncio.run(main())
`,
  "cancel: before the first turn, while waiting, twice, when done": `
async def job(name):
    print(name, "starts")
    try:
        await asyncio.sleep_ms(20)
    finally:
        await asyncio.sleep_ms(5)
        print(name, "tidied up")
async def main():
    early = asyncio.create_task(job("early"))
    print(early.cancel())
    late = asyncio.create_task(job("late"))
    await asyncio.sleep_ms(5)
    print(late.cancel(), late.done())
    for t in (early, late):
        try:
            await t
        except asyncio.CancelledError:
            print("cancelled")
    print(late.done(), late.cancel())
asyncio.run(main())
`,
  "cancelling a task that waits for another cancels that one": `
async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner")
        raise
async def outer():
    try:
        await asyncio.create_task(inner())
    except asyncio.CancelledError:
        print("outer")
async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep_ms(5)
    t.cancel()
    await t
asyncio.run(main())
`,
  "a task cannot cancel itself": `
async def main():
    try:
        asyncio.current_task().cancel()
    except RuntimeError as e:
        print(e)
asyncio.run(main())
`,
  "except Exception does not catch a cancellation": `
async def job():
    try:
        await asyncio.sleep(10)
    except Exception:
        print("wrong")
async def main():
    t = asyncio.create_task(job())
    await asyncio.sleep_ms(5)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        print("through", isinstance(e, Exception))
asyncio.run(main())
`,
  "a task can be awaited twice": `
async def job():
    await asyncio.sleep_ms(5)
    return 7
async def main():
    t = asyncio.create_task(job())
    print(await t, await t)
asyncio.run(main())
`,
  "several tasks await one": `
async def job():
    await asyncio.sleep_ms(20)
    raise ValueError("job")
async def wait(n, t):
    try:
        await t
    except ValueError as e:
        print(n, e)
async def main():
    t = asyncio.create_task(job())
    await asyncio.gather(*[wait(n, t) for n in range(3)])
asyncio.run(main())
`,
  "an exception that nobody retrieves is reported": `
async def bad():
    raise ValueError("lost")
async def main():
    asyncio.create_task(bad())
    await asyncio.sleep_ms(20)
    print("main goes on")
asyncio.run(main())
`,
  "an exception handler is called instead": `
def handler(loop, context):
    print(context["message"], repr(context["exception"]), context["future"].done())
async def bad():
    raise ValueError("lost")
async def main():
    asyncio.get_event_loop().set_exception_handler(handler)
    asyncio.create_task(bad())
    await asyncio.sleep_ms(20)
asyncio.run(main())
`,
  "Event wakes all, stays set until cleared": `
async def wait(n, e):
    print(n, await e.wait())
async def main():
    e = asyncio.Event()
    for n in range(3):
        asyncio.create_task(wait(n, e))
    await asyncio.sleep_ms(5)
    e.set()
    e.clear()
    print("set", e.is_set())
    await asyncio.sleep_ms(5)
    e.set()
    await wait(4, e)
asyncio.run(main())
`,
  "a cancelled waiter leaves an Event to the others": `
async def wait(n, e):
    await e.wait()
    print(n)
async def main():
    e = asyncio.Event()
    ts = [asyncio.create_task(wait(n, e)) for n in range(3)]
    await asyncio.sleep_ms(5)
    ts[1].cancel()
    await asyncio.sleep_ms(5)
    e.set()
    await asyncio.sleep_ms(5)
asyncio.run(main())
`,
  "Lock is handed on in order, also past a cancelled task": `
async def use(n, lock):
    async with lock:
        print(n, "has it")
        await asyncio.sleep_ms(10)
async def main():
    lock = asyncio.Lock()
    ts = [asyncio.create_task(use(n, lock)) for n in range(4)]
    await asyncio.sleep_ms(5)
    print(lock.locked(), ts[1].cancel())
    for t in ts:
        try:
            await t
        except asyncio.CancelledError:
            print("cancelled")
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
asyncio.run(main())
`,
  "ThreadSafeFlag: set before and after the wait": `
async def wait(f):
    for i in range(2):
        await f.wait()
        print("woken", i)
async def main():
    f = asyncio.ThreadSafeFlag()
    f.set()
    t = asyncio.create_task(wait(f))
    await asyncio.sleep_ms(5)
    f.set()
    await t
    f.set()
    f.clear()
    try:
        await asyncio.wait_for_ms(f.wait(), 10)
    except asyncio.TimeoutError:
        print("cleared")
asyncio.run(main())
`,
  "run returns with tasks pending, a second run goes on with them": `
async def ticker():
    for i in range(4):
        print("tick", i)
        await asyncio.sleep_ms(100)
async def main(ms):
    await asyncio.sleep_ms(ms)
    print("main", ms)
asyncio.get_event_loop().create_task(ticker())
asyncio.run(main(150))
asyncio.run(main(200))
asyncio.new_event_loop()
asyncio.run(main(1))
`,
  "run_forever and stop, run_until_complete": `
loop = asyncio.get_event_loop()
async def stopper():
    await asyncio.sleep_ms(10)
    print("stop")
    loop.stop()
loop.create_task(stopper())
loop.run_forever()
async def value():
    return 3
print(loop.run_until_complete(value()))
`,
  "async with, async for, await in finally": `
class Countdown:
    def __init__(self, n):
        self.n = n
    def __aiter__(self):
        return self
    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep_ms(1)
        return self.n
async def main():
    async for i in Countdown(3):
        print(i)
    else:
        print("else")
asyncio.run(main())
`,
  "what is no coroutine cannot become a task": `
for wrong in (1, print):
    try:
        asyncio.create_task(wrong)
    except TypeError as e:
        print(e)
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
`,
};

/** Addresses differ from run to run, and the frames inside asyncio are each its own. */
function comparable({ stdout, stderr, exitCode }: Awaited<ReturnType<typeof runPython>>) {
  const text = (stdout + stderr)
    .replace(/ at (?:0x)?[0-9a-f]+/g, " at ADDRESS")
    .replace(/ {2}File "asyncio\/.*\n/g, "");
  return { text, exitCode };
}

describe("the embedded asyncio", () => {
  describeOnUnix("has the transcript of MicroPython's own", () => {
    test.each(Object.entries(programs))("%s", async (_title, program) => {
      const text = `import asyncio\n${program}`;
      const [embedded, unix] = await Promise.all([
        runPython(text, { host: "embedded" }),
        runPython(text, { host: "unix" }),
      ]);
      expect(comparable(unix).text).not.toBe("");
      expect(comparable(embedded)).toEqual(comparable(unix));
    });
  });

  test("has no sockets, and says so", async () => {
    const { stdout } = await runPython(`
import asyncio
async def main():
    try:
        await asyncio.start_server(None, "0.0.0.0", 80)
    except OSError as e:
        print(e)
asyncio.run(main())
`);
    expect(stdout).toBe("WebAssembly has no sockets: run this program on the unix port\n");
  });
});
