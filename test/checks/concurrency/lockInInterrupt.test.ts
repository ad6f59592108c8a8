import { testRule } from "../ruleTester.ts";

testRule("TSMP5005", {
  given: `import { allocate_lock, start_new_thread } from "_thread";
import { Pin, Timer } from "machine";
const lock = allocate_lock();
const pin = new Pin(14, Pin.IN);
let n = 0;
`,
  valid: {
    "a try": `pin.irq({ handler: () => { if (lock.acquire(0)) { n = 1; lock.release(); } } });`,
    "a try with false": `pin.irq({ handler: () => { if (lock.acquire(false)) { n = 1; lock.release(); } } });`,
    "a thread": `start_new_thread(() => { using _held = lock; n++; }, []);`,
    "the main program": `lock.acquire();
n = 2;
lock.release();`,
    "looking at a lock": `pin.irq({ handler: () => { if (!lock.locked()) n = 1; } });`,
    "a release": `lock.acquire();
pin.irq({ handler: () => lock.release() });`,
  },
  invalid: {
    "an acquire": `pin.irq({ handler: () => { «lock.acquire(); n = 1; lock.release(); } });`,
    "an acquire that says that it waits": `pin.irq({ handler: () => { «lock.acquire(1); n = 1; lock.release(); } });`,
    using: `pin.irq({ handler: () => { using _held = «lock; n = 1; } });`,
    "in a timer": `new Timer({ freq: 1, callback: () => { using _held = «lock; n = 1; } });`,
    "in a function that a handler calls": `function store(): void { using _held = «lock; n = 1; }
pin.irq({ handler: () => store() });`,
    "in a method": `class Counter {
  private readonly lock = allocate_lock();
  private count = 0;
  add(): void { using _held = «this.lock; this.count = 1; }
}
const counter = new Counter();
pin.irq({ handler: () => counter.add() });`,
  },
});
