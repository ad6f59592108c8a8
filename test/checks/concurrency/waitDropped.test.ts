import { testRule } from "../ruleTester.ts";

testRule("TSMP5030", {
  given: `import { Event, Lock, run, sleep, sleep_ms } from "asyncio";
import { Queue, Semaphore } from "primitives";
const event = new Event();
const lock = new Lock();
const places = new Semaphore(2);
`,
  valid: {
    "what is awaited": `async function main() { await sleep(1); await event.wait(); await places.acquire(); places.release(); }
event.set();
run(main());`,
    "what is said to be dropped": `async function main() { void sleep(1); await sleep_ms(0); }
run(main());`,
    "what is given on": `async function pause() { return sleep(1); }
run(pause());
run(sleep_ms(1));`,
  },
  invalid: {
    "an item of a queue": `const queue = new Queue<int>(3);
async function main() { await queue.put(1); «queue.get(); }
run(main());`,
    "a pause": `async function main() { «sleep(1); «sleep_ms(1); print(1); }
run(main());`,
    "an event, a lock": `async function main() { «event.wait(); «lock.acquire(); «places.acquire(); lock.release(); await sleep(0); }
event.set();
run(main());`,
  },
});
