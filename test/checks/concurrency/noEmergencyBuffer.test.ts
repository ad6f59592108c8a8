import { testRule } from "../ruleTester.ts";

testRule("TSMP5016", {
  given: `import { ThreadSafeFlag } from "asyncio";
import { Pin, Timer } from "machine";
import * as micropython from "micropython";
import { ThreadSafeQueue } from "threadsafe";
const q = new ThreadSafeQueue<number>(8);
const flag = new ThreadSafeFlag();
const pin = new Pin(14, Pin.IN);
const slots = new Uint8Array(4);
let n = 0;
`,
  valid: {
    "set aside": `micropython.alloc_emergency_exception_buf(100);
pin.irq({ hard: true, handler: () => q.put_sync(1) });`,
    "a flag cannot fail": `pin.irq({ hard: true, handler: () => flag.set() });`,
    "a counter": `pin.irq({ hard: true, handler: () => { n = (n + 1) & 255; } });
print(n);`,
    "an error that is caught": `pin.irq({ hard: true, handler: () => { try { q.put_sync(1); } catch { n = 1; } } });
print(n);`,
    "a soft interrupt": `pin.irq({ handler: () => q.put_sync(1) });`,
    "a place that is there": `pin.irq({ hard: true, handler: () => { slots[0] = 1; } });
print(slots[0]);`,
  },
  invalid: {
    "a queue that may be full": `pin.irq({ hard: true, handler: «() => q.put_sync(1) });`,
    "a queue that may be empty": `pin.irq({ hard: true, handler: «() => { n = q.get_sync(); } });
print(n);`,
    "a timer": `new Timer({ freq: 1, hard: true, callback: «() => q.put_sync(1) });`,
    "an error of one's own": `pin.irq({ hard: true, handler: «() => { if (n > 3) throw new RangeError("too many"); } });`,
    "a schedule that may be full": `const say = (x: number) => print(x);
pin.irq({ hard: true, handler: «() => micropython.schedule(say, 1) });`,
    "in a function that it calls": `function store(): void { q.put_sync(1); }
pin.irq({ hard: true, handler: «() => store() });`,
  },
});
