import { testRule } from "../ruleTester.ts";

testRule("TSMP5025", {
  valid: {
    "not cancelled": `import { unblock } from "threadsafe"; import { create_task, run, sleep } from "asyncio"; import { sleep as pause } from "time";
async function main() { const t = create_task(unblock(() => pause(1))); await t; }
run(main());`,
    "cancels another": `import { unblock } from "threadsafe"; import { create_task, run, sleep } from "asyncio"; import { sleep as pause } from "time";
async function blink() { while (true) await sleep(1); }
async function main() { const t = create_task(blink()); await unblock(() => pause(1)); t.cancel(); }
run(main());`,
    "wait_for of a plain coroutine": `import { wait_for, run, sleep } from "asyncio";
async function w() { await sleep(2); }
async function main() { await wait_for(w(), 1); }
run(main());`,
  },
  invalid: {
    "cancel a task of unblock": `import { unblock } from "threadsafe"; import { create_task, run, sleep } from "asyncio"; import { sleep as pause } from "time";
async function main() { const t = create_task(unblock(() => pause(10))); await sleep(1); «t.cancel(); }
run(main());`,
    "wait_for unblock": `import { unblock } from "threadsafe"; import { wait_for, run } from "asyncio"; import { sleep as pause } from "time";
async function main() { await «wait_for(unblock(() => pause(10)), 1); }
run(main());`,
    "wait_for assign": `import { Context } from "threadsafe"; import { wait_for_ms, run } from "asyncio"; import { sleep as pause } from "time";
const ctx = new Context();
async function main() { await «wait_for_ms(ctx.assign(() => pause(10)), 100); }
run(main());`,
    "task function that unblocks": `import { unblock } from "threadsafe"; import { create_task, run, sleep } from "asyncio"; import { sleep as pause } from "time";
async function download() { return await unblock(() => { pause(10); return 3; }); }
async function main() { const t = create_task(download()); await sleep(1); «t.cancel(); }
run(main());`,
    "in a class": `import { Context } from "threadsafe"; import { create_task, run, sleep, type Task } from "asyncio"; import { sleep as pause } from "time";
class Job { private ctx = new Context(); private task: Task<void> | undefined; start() { this.task = create_task(this.ctx.assign(() => pause(5))); } stop() { «this.task?.cancel(); } }
async function main() { const j = new Job(); j.start(); await sleep(1); j.stop(); }
run(main());`,
  },
});
