import { describe, expect, test } from "vitest";
import { describeOnUnix } from "../support/micropython/onUnix.ts";
import { onBothHosts } from "./onBothHosts.ts";
import { runPython } from "./runPython.ts";

onBothHosts((host) => {
  const run = async (program: string) => {
    const { stdout, stderr } = await runPython(program, { host });
    return stderr === "" ? stdout : stdout + stderr;
  };
  /** What the program does while the timer should fire. */
  const busyWith = {
    "time.sleep": "time.sleep(0.25)",
    "time.sleep_ms": "time.sleep_ms(250)",
    "reading the clock": "while time.ticks_diff(time.ticks_ms(), start) < 250: pass",
    "reading a pin": "while n < 5: pin.value()",
    "an idle event loop": "asyncio.run(asyncio.wait_for(forever(), 0.25))",
    "a busy event loop": "asyncio.run(busy())",
  };

  test.each(Object.entries(busyWith))("a timer fires during %s", async (_title, statement) => {
    const stdout = await run(`
import asyncio, time
from machine import Pin, Timer
n = 0
def tick(timer):
    global n
    n += 1
async def forever():
    await asyncio.Event().wait()
async def busy():
    while time.ticks_diff(time.ticks_ms(), start) < 250:
        await asyncio.sleep_ms(0)
pin = Pin(3)
start = time.ticks_ms()
timer = Timer(period=40, callback=tick)
try:
    ${statement}
except asyncio.TimeoutError:
    pass
timer.deinit()
print(5 <= n <= 7)
`);
    expect(stdout).toBe("True\n");
  });

  test("a timer wakes a task through a ThreadSafeFlag at once", async () => {
    const stdout = await run(`
import asyncio, time
from machine import Timer
async def main():
    flag = asyncio.ThreadSafeFlag()
    start = time.ticks_ms()
    timer = Timer(period=50, callback=lambda t: flag.set())
    for i in range(3):
        await flag.wait()
        late = time.ticks_diff(time.ticks_ms(), start) - 50 * (i + 1)
        print(late < 25)
    timer.deinit()
asyncio.run(main())
`);
    expect(stdout).toBe("True\nTrue\nTrue\n");
  });

  test("one-shot, frequency, tick_hz; the callback gets its timer", async () => {
    const stdout = await run(`
import time
from machine import Timer
log = []
once = Timer(-1, mode=Timer.ONE_SHOT, period=30, callback=lambda t: log.append(t is once))
often = Timer()
count = 0
def tick(t):
    global count
    count += 1
often.init(freq=50, callback=tick)
time.sleep_ms(110)
often.deinit()
print(log, count)
ticks = Timer(period=200, tick_hz=10000, callback=tick)
count = 0
time.sleep_ms(50)
ticks.deinit()
print(count)
try:
    Timer(0)
except ValueError as e:
    print(e)
`);
    expect(stdout).toBe("[True] 5\n2\nTimer doesn't exist\n");
  });

  test("a callback's exception is printed and the timer goes on", async () => {
    const stdout = await run(`
import time
from machine import Timer
n = 0
def tick(t):
    global n
    n += 1
    raise ValueError(n)
timer = Timer(period=20, callback=tick)
time.sleep_ms(50)
timer.deinit()
`);
    const traceback = (value: number) =>
      `Traceback (most recent call last):\n  File "main.py", line 8, in tick\nValueError: ${value}\n`;
    expect(stdout).toBe(traceback(1) + traceback(2));
  });

  test("a hard interrupt must not allocate", async () => {
    const stdout = await run(`
import time
from machine import Timer
n = 0
kept = []
def allocates(t):
    kept.append([n, n])
def counts(t):
    global n
    n += 1
timer = Timer(period=20, mode=Timer.ONE_SHOT, callback=allocates, hard=True)
time.sleep_ms(40)
timer = Timer(period=20, callback=counts, hard=True)
time.sleep_ms(70)
timer.deinit()
print(kept, n)
`);
    expect(stdout).toContain("MemoryError");
    expect(stdout).toMatch(/\[\] 3\n$/);
  });

  test("disable_irq holds callbacks back", async () => {
    const stdout = await run(`
import time
from machine import Timer, disable_irq, enable_irq
n = 0
def tick(t):
    global n
    n += 1
state = disable_irq()
timer = Timer(period=20, callback=tick)
time.sleep_ms(70)
print(n)
enable_irq(state)
time.sleep_ms(20)
timer.deinit()
print(n >= 3)
`);
    expect(stdout).toBe("0\nTrue\n");
  });

  test("a program that runs an event loop ends with it, whatever its timers do", async () => {
    const stdout = await run(`
import asyncio
from machine import Timer
async def main():
    await asyncio.sleep_ms(50)
Timer(period=20, callback=lambda t: None)
asyncio.run(main())
print("end")
`);
    expect(stdout).toBe("end\n");
  });

  test("a program that only sets up timers lives as long as they do, as on the board", async () => {
    const stdout = await run(`
from machine import Timer
n = 0
def tick(t):
    global n
    n += 1
    print(n)
    if n == 3:
        t.deinit()
Timer(period=20, callback=tick)
print("main.py ends")
`);
    expect(stdout).toBe("main.py ends\n1\n2\n3\n");
  });
});

describeOnUnix("unix only", () => {
  test("a timer fires during a loop that does nothing", async () => {
    const { stdout } = await runPython(
      `
from machine import Timer
n = 0
def tick(t):
    global n
    n += 1
timer = Timer(period=10, callback=tick)
while n < 3:
    pass
timer.deinit()
print("done")
`,
      { host: "unix" },
    );
    expect(stdout).toBe("done\n");
  });

  describe("core 1", () => {
    test("ends with an event loop on core 0", async () => {
      const { stdout, exitCode } = await runPython(
        `
import _thread, asyncio
def forever():
    while True:
        pass
async def main():
    await asyncio.sleep_ms(50)
_thread.start_new_thread(forever, ())
asyncio.run(main())
print("end")
`,
        { host: "unix" },
      );
      expect({ stdout, exitCode }).toEqual({ stdout: "end\n", exitCode: 0 });
    });

    test("is one, and free again when its function has ended", async () => {
      const { stdout } = await runPython(
        `
import _thread, time
def work(name, ms):
    time.sleep_ms(ms)
    print(name)
_thread.start_new_thread(work, ("first", 30))
try:
    _thread.start_new_thread(work, ("second", 0))
except OSError as e:
    print(e)
time.sleep_ms(60)
_thread.start_new_thread(work, ("third", 20))
print("main.py ends")
`,
        { host: "auto" },
      );
      expect(stdout).toBe("core1 in use\nfirst\nmain.py ends\nthird\n");
    });
  });
});
