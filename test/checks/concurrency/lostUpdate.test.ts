import { testRule } from "../ruleTester.ts";

testRule("TSMP5011", {
  given: `import { allocate_lock, start_new_thread } from "_thread";
import { run, sleep_ms } from "asyncio";
import { create_task } from "asyncio";
import { disable_irq, enable_irq, Pin } from "machine";
import { unblock } from "threadsafe";
const lock = allocate_lock();
const pin = new Pin(14, Pin.IN);
let count = 0;
`,
  valid: {
    "one side counts, one reads": `start_new_thread(() => { count++; }, []);
async function main() { print(count); await sleep_ms(1); }
run(main());`,
    "a flag": `let running = true;
start_new_thread(() => { while (running) {} }, []);
running = false;`,
    "a counter that an interrupt counts and a task resets": `pin.irq({ handler: () => { count++; } });
async function main() { print(count); count = 0; await sleep_ms(1); }
run(main());`,
    "guarded by a lock": `start_new_thread(() => { using _held = lock; count++; }, []);
async function main() { { using _held = lock; count++; } await sleep_ms(1); }
run(main());`,
    "guarded by disabled interrupts": `pin.irq({ handler: () => { count++; } });
async function main() { const state = disable_irq(); count--; enable_irq(state); await sleep_ms(1); }
run(main());`,
    "counted before the start": `count += 2;
start_new_thread(() => { count++; }, []);`,
    "tasks take turns": `async function main() { count++; await sleep_ms(1); }
run(main());
run(main());`,
    "a variable of its own in each call": `function sum(list: readonly number[]): number {
  let total = 0;
  list.forEach((x) => { total += x; });
  return total;
}
start_new_thread(() => print(sum([1, 2])), []);
async function main() { print(sum([3])); await sleep_ms(1); }
run(main());`,
    "instances of their own": `class Counter { n = 0; add(): void { this.n++; } }
const mine = new Counter();
const its = new Counter();
start_new_thread(() => its.add(), []);
mine.add();`,
    "a job that takes what the only task counted": `async function main() {
  count++;
  await unblock(() => { const n = count; count = 0; print(n); });
}
run(main());`,
    "a job that the only task waits for": `async function main() { count++; await unblock(() => { count++; }); count++; }
run(main());`,
  },
  invalid: {
    "a thread and a task count": `start_new_thread(() => { while (true) «count++; }, []);
async function main() { count++; await sleep_ms(1); }
run(main());`,
    "an interrupt and a task count": `pin.irq({ handler: () => { count++; } });
async function main() { «count--; await sleep_ms(1); }
run(main());`,
    "written out": `start_new_thread(() => { «count = count + 1; }, []);
async function main() { count = 0; await sleep_ms(1); }
run(main());`,
    "a function of both sides": `function add(): void { «count += 1; }
start_new_thread(add, []);
async function main() { add(); await sleep_ms(1); }
run(main());`,
    "a field": `class Meter {
  total = 0;
  start(): void { pin.irq({ handler: () => { this.total += 1; } }); }
  async watch(): Promise<void> { while (true) { «this.total -= 1; await sleep_ms(1); } }
}
const meter = new Meter();
meter.start();
run(meter.watch());`,
    "a property of an object": `const stats = { seen: 0 };
start_new_thread(() => { while (true) «stats.seen++; }, []);
async function main() { stats.seen += 2; await sleep_ms(1); }
run(main());`,
    "a job that another task does not wait for": `async function other() { while (true) { «count++; await sleep_ms(1); } }
async function main() { create_task(other()); await unblock(() => { count++; }); }
run(main());`,
    "a job that goes on beside the one who gave it": `async function main() {
  const job = create_task(unblock(() => { count++; }));
  «count++;
  await job;
}
run(main());`,
    "two locks are none": `const other = allocate_lock();
start_new_thread(() => { using _held = lock; «count++; }, []);
async function main() { { using _held = other; count++; } await sleep_ms(1); }
run(main());`,
  },
});
