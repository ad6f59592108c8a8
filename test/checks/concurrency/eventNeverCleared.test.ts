import { testRule } from "../ruleTester.ts";

testRule("TSMP5023", {
  valid: {
    "clear in loop": `import { Event, run } from "asyncio";
const ev = new Event();
setInterval(() => ev.set(), 100);
async function main() { while (true) { await ev.wait(); ev.clear(); print("tick"); } }
run(main());`,
    "clear elsewhere": `import { Event, run } from "asyncio";
const ev = new Event();
setInterval(() => { ev.set(); ev.clear(); }, 100);
async function main() { while (true) { await ev.wait(); print("tick"); } }
run(main());`,
    "wait once": `import { Event, run } from "asyncio";
const ev = new Event();
setTimeout(() => ev.set(), 10);
async function main() { await ev.wait(); print("go"); }
run(main());`,
    "gate: waits then sleeps": `import { Event, run, sleep_ms } from "asyncio";
const enabled = new Event(); enabled.set();
async function main() { while (true) { await enabled.wait(); print("work"); await sleep_ms(100); } }
run(main());`,
    "ThreadSafeFlag clears itself": `import { ThreadSafeFlag, run } from "asyncio";
import { Pin } from "machine";
const flag = new ThreadSafeFlag();
new Pin(3).irq(() => flag.set());
async function main() { while (true) { await flag.wait(); print("x"); } }
run(main());`,
    "passed to a function that clears": `import { Event, run } from "asyncio";
const ev = new Event();
function handle(e: Event): void { e.clear(); print("x"); }
setInterval(() => ev.set(), 100);
async function main() { while (true) { await ev.wait(); handle(ev); } }
run(main());`,
  },
  invalid: {
    "no clear in a loop": `import { Event, run } from "asyncio";
const ev = new Event();
setInterval(() => ev.set(), 100);
async function main() { while (true) { «await ev.wait(); print("tick"); } }
run(main());`,
    "ThreadSafeEvent no clear": `import { run } from "asyncio";
import { ThreadSafeEvent } from "threadsafe";
import { Pin } from "machine";
const pressed = new ThreadSafeEvent();
new Pin(3).irq(() => pressed.set());
async function main() { for (;;) { «await pressed.wait(); print("pressed"); } }
run(main());`,
    "class field": `import { Event, run, create_task } from "asyncio";
class Door { readonly opened = new Event(); async watch() { while (true) { «await this.opened.wait(); print("open"); } } }
const d = new Door();
async function main() { create_task(d.watch()); d.opened.set(); }
run(main());`,
    "Message loop": `import { run } from "asyncio";
import { Message } from "threadsafe";
import { start_new_thread } from "_thread";
const msg = new Message<number>();
start_new_thread(() => msg.set(3), []);
async function main() { while (true) { print(«await msg); } }
run(main());`,
  },
});
