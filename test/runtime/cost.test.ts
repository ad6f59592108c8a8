import { expect, test } from "vitest";
import { compileToMpy } from "../../compiler/bundle/compileToMpy.ts";
import { runtimeFilesFor } from "../../compiler/bundle/runtimeModules.ts";
import { describeWith31BitIntegers, describeWithThreads, type Python } from "./support/python.ts";

/**
 * What put_sync() and get_sync() of the class that ours replaces were measured at, in steps of an empty
 * `for i in range(n)` loop: 41 on x64, 90 with 31-bit integers.
 */
const stepsOnX64 = 41;
const stepsOn31Bit = 90;
const tolerance = 1.2;

/** The lower quartile of many short runs: on a busy machine a run is interrupted, and clocks are set. */
async function steps(python: Python): Promise<number> {
  const [printed] = await python(`
    import time
    from threadsafe import ThreadSafeQueue

    def since(start):
        return max(1, time.ticks_diff(time.ticks_us(), start))

    def measure(q):
        start = time.ticks_us()
        for i in range(8000):
            pass
        empty = since(start)
        start = time.ticks_us()
        for i in range(400):
            q.put_sync(i)
            q.get_sync()
        return since(start) * 20 / empty - 1

    q = ThreadSafeQueue(10)
    runs = sorted(measure(q) for _ in range(121))
    print(runs[30])
  `);
  return Number(printed);
}

/** Bytes of a queue of 10 that a task has waited for, and of an object of the shape that ours replaces. */
async function bytes(python: Python): Promise<{ ours: number; theirs: number }> {
  const [printed] = await python(`
    import asyncio, gc
    from threadsafe import ThreadSafeQueue

    class Shape:
        def __init__(self):
            self.a = [0 for _ in range(10)]
            self.b = 10
            self.c = self.d = 0
            self.e = asyncio.ThreadSafeFlag()
            self.f = asyncio.ThreadSafeFlag()

    async def used():
        q = ThreadSafeQueue(10)
        task = asyncio.create_task(q.get())
        await asyncio.sleep_ms(0)
        q.put_sync(1)
        await task
        return q

    async def shape():
        return Shape()

    async def measure(make, count=40):
        kept = [None] * count
        for _ in range(2):
            await make()
        gc.collect()
        before = gc.mem_alloc()
        for n in range(count):
            kept[n] = await make()
        gc.collect()
        return (gc.mem_alloc() - before) / count

    async def main():
        print(await measure(used), await measure(shape))

    asyncio.run(main())
  `);
  const [ours, theirs] = printed!.split(" ").map(Number);
  return { ours: ours!, theirs: theirs! };
}

describeWithThreads("cost", (python) => {
  test("an item through a queue takes no longer than it did", async () => {
    expect(await steps(python)).toBeLessThan(stepsOnX64 * tolerance);
  });

  test("a queue of 10 takes no more memory than it did", async () => {
    const { ours, theirs } = await bytes(python);
    expect(ours).toBeLessThan(theirs * tolerance);
  });
});

await describeWith31BitIntegers("cost with 31-bit integers", (python) => {
  test("an item through a queue takes no longer than it did", async () => {
    expect(await steps(python)).toBeLessThan(stepsOn31Bit * tolerance);
  });

  test("a queue of 10 takes no more memory than it did", async () => {
    const { ours, theirs } = await bytes(python);
    expect(ours).toBeLessThan(theirs * tolerance);
  });
});

test("queue and event take at most 1.2 kB of the board's flash", async () => {
  const program = { path: "p.py", text: "from threadsafe.core import ThreadSafeEvent\n" };
  const runtime = runtimeFilesFor([program]);
  const { files } = await compileToMpy(runtime, "p.py", "/.tsmp/");
  expect(files.map(({ path }) => path)).toEqual(["threadsafe/core.mpy"]);
  expect(files[0]!.content.length).toBeLessThanOrEqual(1200);
});
