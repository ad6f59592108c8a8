import { testRule } from "../ruleTester.ts";

testRule("TSMP5007", {
  given: `import { create_task, gather, run, sleep_ms, ThreadSafeFlag, wait_for_ms } from "asyncio";
import { ThreadSafeEvent, ThreadSafeQueue } from "threadsafe";
const flag = new ThreadSafeFlag();
const q = new ThreadSafeQueue<number>(8);
`,
  valid: {
    "one waiting task": `async function main() { while (true) await flag.wait(); }
run(main());`,
    "twice in one task": `async function pressed() { await flag.wait(); }
async function main() { await pressed(); await pressed(); await wait_for_ms(flag.wait(), 10); }
run(main());`,
    "an event for many": `const event = new ThreadSafeEvent();
async function waiter() { await event.wait(); }
async function main() { await gather(waiter(), waiter()); }
run(main());`,
    "a flag for each": `async function waiter(own: ThreadSafeFlag) { await own.wait(); }
async function main() { await gather(waiter(new ThreadSafeFlag()), waiter(new ThreadSafeFlag())); }
run(main());`,
    "a flag of each instance": `class Button {
  private readonly edge = new ThreadSafeFlag();
  async watch() { await this.edge.wait(); }
}
async function main() { await gather(new Button().watch(), new Button().watch()); }
run(main());`,
    "one consumer": `async function main() { for await (const x of q) print(x); }
run(main());`,
    "many that put": `async function put(n: number) { await q.put(n); }
async function main() { await gather(put(1), put(2)); }
run(main());`,
  },
  invalid: {
    "two functions": `async function a() { await flag.wait(); }
async function b() { await «flag.wait(); }
async function main() { create_task(a()); create_task(b()); await sleep_ms(1); }
run(main());`,
    "one function, two tasks": `async function waiter() { await «flag.wait(); }
async function main() { create_task(waiter()); create_task(waiter()); await sleep_ms(1); }
run(main());`,
    "tasks that a loop makes": `async function waiter(n: number) { await «flag.wait(); print(n); }
async function main() { for (let n = 0; n < 3; n++) create_task(waiter(n)); await sleep_ms(1); }
run(main());`,
    gathered: `async function waiter() { await «flag.wait(); }
async function main() { await gather(waiter(), waiter()); }
run(main());`,
    "a flag that is handed over": `async function waiter(shared: ThreadSafeFlag) { await «shared.wait(); }
async function main() { await gather(waiter(flag), waiter(flag)); }
run(main());`,
    "two consumers of a queue": `async function consumer() { «for await (const x of q) print(x); }
async function main() { await gather(consumer(), consumer()); }
run(main());`,
    "a consumer and a task that gets": `async function consumer() { «for await (const x of q) print(x); }
async function main() { create_task(consumer()); print(await q.get()); }
run(main());`,
  },
});
