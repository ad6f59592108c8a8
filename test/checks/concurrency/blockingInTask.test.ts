import { testRule } from "../ruleTester.ts";

testRule("TSMP5002", {
  given: `import { run, sleep_ms } from "asyncio";
import { get } from "requests";
import { ThreadSafeQueue, unblock } from "threadsafe";
import * as time from "time";
const q = new ThreadSafeQueue<number>(4);
`,
  valid: {
    "a task that awaits its sleep": `async function main() { await sleep_ms(1000); }
run(main());`,
    "the main program may sleep": `time.sleep(1);
q.put_sync(1, true);`,
    "a pulse for a chip": `async function main() { time.sleep_us(10); time.sleep_ms(5); await sleep_ms(5); }
run(main());`,
    "a short constant": `const SETTLE_MS = 5;
async function main() { time.sleep_ms(SETTLE_MS); await sleep_ms(5); }
run(main());`,
    "a helper of the main program too": `function pause(): void { time.sleep_ms(500); }
pause();
async function main() { while (true) { pause(); await sleep_ms(5); } }
run(main());`,
    "a queue that does not block": `async function main() { if (!q.empty()) print(q.get_sync()); await sleep_ms(1); }
run(main());`,
    "blocking code on another thread": `async function main() { print(await unblock(() => { time.sleep(1); return 1; })); }
run(main());`,
    "a synchronous helper that sets a display up": `function reset(): void { time.sleep_ms(120); }
async function main() { reset(); await sleep_ms(1); }
run(main());`,
  },
  invalid: {
    "a second of sleep": `async function main() { «time.sleep(1); }
run(main());`,
    "a sleep of unknown length": `async function nap(ms: number) { «time.sleep_ms(ms); }
run(nap(5));`,
    "a long sleep in microseconds": `async function main() { «time.sleep_us(50000); }
run(main());`,
    "a queue that blocks": `async function main() { print(«q.get_sync(true)); }
run(main());`,
    "a queue that blocks by keyword": `async function main() { «q.put_sync(1, { block: true }); }
run(main());`,
    "a queue that blocks in a helper of tasks": `function next(): number { return «q.get_sync({ block: true }); }
async function main() { print(next()); await sleep_ms(1); }
run(main());`,
    "a helper that a task calls again and again": `function pause(): void { «time.sleep_ms(500); }
async function main() { while (true) { pause(); await sleep_ms(5); } }
run(main());`,
    "a request over the network": `async function main() { «get("http://example.com"); }
run(main());`,
    "a method of a class": `class Blinker { async run(): Promise<void> { while (true) { «time.sleep_ms(500); await sleep_ms(1); } } }
run(new Blinker().run());`,
  },
});
