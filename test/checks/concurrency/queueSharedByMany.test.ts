import { testRule } from "../ruleTester.ts";

testRule("TSMP5009", {
  given: `import { start_new_thread } from "_thread";
import { run, sleep_ms } from "asyncio";
import { Pin, Timer } from "machine";
import { ThreadSafeQueue } from "threadsafe";
const pin = new Pin(14, Pin.IN);
const q = new ThreadSafeQueue<number>(8);
`,
  valid: {
    "a thread and a task": `start_new_thread(() => q.put_sync(1, true), []);
async function main() { print(await q.get()); }
run(main());`,
    "two interrupts": `pin.irq({ handler: () => { if (!q.full()) q.put_sync(1); } });
new Timer({ freq: 1, callback: () => { if (!q.full()) q.put_sync(2); } });
async function main() { for await (const x of q) print(x); }
run(main());`,
    "tasks take turns": `start_new_thread(() => { while (true) print(q.get_sync(true)); }, []);
async function other() { await q.put(2); }
async function main() { await q.put(1); await other(); }
run(main());`,
    "filled before the start": `q.put_sync(0);
start_new_thread(() => q.put_sync(1, true), []);
async function main() { print(await q.get()); }
run(main());`,
    "a queue for each": `const fromPin = new ThreadSafeQueue<number>(8);
pin.irq({ handler: () => fromPin.put_sync(1) });
start_new_thread(() => q.put_sync(2), []);
async function main() { print(await q.get(), await fromPin.get()); }
run(main());`,
    "looking from both sides": `start_new_thread(() => { while (q.full()) {} q.put_sync(1); }, []);
async function main() { while (q.empty()) await sleep_ms(1); print(q.qsize(), await q.get()); }
run(main());`,
  },
  invalid: {
    "a thread and a task put": `start_new_thread(() => q.put_sync(1, true), []);
async function main() { await «q.put(2); print(await q.get()); }
run(main());`,
    "an interrupt and a task put": `pin.irq({ handler: () => q.put_sync(1) });
async function main() { await «q.put(2); print(await q.get()); }
run(main());`,
    "a thread and an interrupt put": `start_new_thread(() => q.put_sync(1, true), []);
pin.irq({ handler: () => «q.put_sync(2) });
async function main() { print(await q.get()); }
run(main());`,
    "a thread and the main program get": `start_new_thread(() => print(«q.get_sync(true)), []);
print(q.get_sync(true));`,
    "through parameters": `function feed(queue: ThreadSafeQueue<number>): void { queue.put_sync(1, true); }
start_new_thread(feed, [q]);
async function main() { await «q.put(2); print(await q.get()); }
run(main());`,
    "through a helper of both": `function feed(n: number): void { «q.put_sync(n); }
start_new_thread(() => feed(1), []);
async function main() { feed(2); print(await q.get()); }
run(main());`,
  },
});
