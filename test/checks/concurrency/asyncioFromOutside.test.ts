import { testRule } from "../ruleTester.ts";

testRule("TSMP5001", {
  given: `import { start_new_thread } from "_thread";
import { create_task, Event, run, sleep_ms, ThreadSafeFlag } from "asyncio";
import { Pin, Timer } from "machine";
import { schedule } from "micropython";
import { ThreadSafeEvent, ThreadSafeQueue } from "threadsafe";
const pin = new Pin(14, Pin.IN);
const ready = new Event();
async function work(): Promise<void> { await sleep_ms(1); }
`,
  valid: {
    "tasks that use tasks": `async function main() { create_task(work()); ready.set(); await ready.wait(); }
run(main());`,
    "a flag that an interrupt sets": `const flag = new ThreadSafeFlag();
pin.irq({ handler: () => flag.set() });
async function main() { await flag.wait(); ready.set(); }
run(main());`,
    "an event for every context": `const event = new ThreadSafeEvent();
new Timer({ freq: 1, callback: () => event.set() });
start_new_thread(() => event.set(), []);
run(event.wait());`,
    "a queue between a thread and a task": `const q = new ThreadSafeQueue<number>(4);
start_new_thread(() => q.put_sync(1, true), []);
async function main() { print(await q.get()); }
run(main());`,
    "an event loop of the thread's own": `start_new_thread(() => { run(work()); ready.set(); }, []);`,
    "a callback that runs as a task": `setTimeout(() => ready.set(), 10);`,
  },
  invalid: {
    "an event set by an interrupt": `pin.irq({ handler: () => «ready.set() });
run(work());`,
    "a task made by a thread": `function loop(): void { «create_task(work()); }
start_new_thread(loop, []);
run(work());`,
    "an event set by a function that an interrupt calls": `function tell(): void { «ready.set(); }
function onPress(): void { tell(); }
pin.irq({ handler: onPress });
run(work());`,
    "a timer of JavaScript in a thread": `start_new_thread(() => { «setTimeout(() => print(1), 10); }, []);
run(work());`,
    "an event set by a method behind an interface": `interface Listener { heard(): void }
class Teller implements Listener { heard(): void { «ready.set(); } }
function listen(l: Listener): void { pin.irq({ handler: () => l.heard() }); }
listen(new Teller());
run(work());`,
    "a callback passed on to an interrupt": `function whenPressed(then: () => void): void { pin.irq({ handler: () => then() }); }
whenPressed(() => «ready.set());
run(work());`,
    "scheduled code is an interrupt too": `schedule(() => «ready.set(), 0);
run(work());`,
    "an async handler": `pin.irq({ handler: «async () => { await sleep_ms(1); } });
run(work());`,
    "an async function called in a hard interrupt": `function start(): void { «work(); }
new Timer({ freq: 1, callback: start, hard: true });
run(work());`,
  },
});
