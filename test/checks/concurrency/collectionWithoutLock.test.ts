import { testRule } from "../ruleTester.ts";

testRule("TSMP5010", {
  given: `import { allocate_lock, start_new_thread } from "_thread";
import { run, sleep_ms } from "asyncio";
import { Pin } from "machine";
import { ThreadSafeEvent, ThreadSafeQueue, unblock } from "threadsafe";
const lock = allocate_lock();
const readings: number[] = [];
const byName = new Map<string, number>();
const slots = new Uint8Array(4);
`,
  valid: {
    "guarded on both sides": `start_new_thread(() => { using _held = lock; readings.push(1); }, []);
async function main() { using _held = lock; print(readings[0]); }
run(main());`,
    "guarded by the callers": `function add(n: number): void { readings.push(n); }
start_new_thread(() => { using _held = lock; add(1); }, []);
async function main() { { using _held = lock; add(2); } await sleep_ms(1); }
run(main());`,
    "filled before the start": `readings.push(1, 2);
start_new_thread(() => { for (const r of readings) print(r); }, []);`,
    "places of a fixed array": `start_new_thread(() => { slots[0] = 1; }, []);
async function main() { print(slots[0]); await sleep_ms(1); }
run(main());`,
    "a list of the thread's own": `function work(): void { const own: number[] = []; own.push(1); print(own.length); }
start_new_thread(work, []);
async function main() { work(); await sleep_ms(1); }
run(main());`,
    "a queue": `const q = new ThreadSafeQueue<number>(4);
start_new_thread(() => q.put_sync(1), []);
async function main() { readings.push(await q.get()); }
run(main());`,
    "read when the thread has said that it is done": `const done = new ThreadSafeEvent();
start_new_thread(() => { readings.push(1); done.set(); }, []);
async function main() { await done.wait(); print(readings[0]); }
run(main());`,
    "read behind a flag": `let done = false;
start_new_thread(() => { readings.push(1); done = true; }, []);
async function main() { while (!done) await sleep_ms(1); print(readings[0]); }
run(main());`,
    "a function that the task waits for": `async function main() { await unblock(() => readings.push(1)); print(readings[0]); }
run(main());`,
    "an interrupt runs to its end": `new Pin(3).irq({ handler: () => { readings.push(1); } });
async function main() { print(readings.pop()); await sleep_ms(1); }
run(main());`,
    "its length alone": `start_new_thread(() => { readings.push(1); }, []);
async function main() { print(readings.length); await sleep_ms(1); }
run(main());`,
  },
  invalid: {
    "a list that grows": `start_new_thread(() => { while (true) «readings.push(1); }, []);
async function main() { for (const r of readings) print(r); await sleep_ms(1); }
run(main());`,
    "a list that a task empties": `start_new_thread(() => { while (true) for (const r of readings) print(r); }, []);
async function main() { «readings.length = 0; await sleep_ms(1); }
run(main());`,
    "a Map": `start_new_thread(() => { «byName.set("a", 1); }, []);
async function main() { print(byName.get("a")); await sleep_ms(1); }
run(main());`,
    "both append": `start_new_thread(() => { «readings.push(1); }, []);
async function main() { readings.push(2); await sleep_ms(1); }
run(main());`,
    "one side alone is guarded": `start_new_thread(() => { using _held = lock; «readings.push(1); }, []);
async function main() { print(readings[0]); await sleep_ms(1); }
run(main());`,
    "given to the thread": `function fill(list: number[]): void { while (true) «list.push(1); }
start_new_thread(fill, [readings]);
async function main() { print(readings[0]); await sleep_ms(1); }
run(main());`,
    "in a class that is made once": `class Log {
  private readonly lines: string[] = [];
  start(): void { start_new_thread(() => this.work(), []); }
  show(): void { for (const line of this.lines) print(line); }
  private work(): void { «this.lines.push("x"); }
}
const log = new Log();
log.start();
log.show();`,
  },
});
