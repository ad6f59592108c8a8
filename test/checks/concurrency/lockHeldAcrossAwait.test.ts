import { testRule } from "../ruleTester.ts";

testRule("TSMP5008", {
  given: `import { allocate_lock } from "_thread";
import { Lock, run, sleep_ms } from "asyncio";
const lock = allocate_lock();
const turn = new Lock();
let pool = 0;
async function send(value: number): Promise<void> { await sleep_ms(value); }
`,
  valid: {
    "released before": `async function main() { lock.acquire(); const copy = pool; lock.release(); await send(copy); }
run(main());`,
    "using in a block of its own": `async function main() {
  let copy = 0;
  { using _held = lock; copy = pool; }
  await send(copy);
}
run(main());`,
    "a helper that takes it": `function take(): number { using _held = lock; return pool; }
async function main() { await send(take()); }
run(main());`,
    "a lock of asyncio": `async function main() { await using _held = turn; await send(1); }
run(main());`,
    "a try that gives it back": `async function main() { if (lock.acquire(0)) { pool = 1; lock.release(); } await send(1); }
run(main());`,
    "await before": `async function main() { await send(1); using _held = lock; pool = 1; }
run(main());`,
  },
  invalid: {
    "between acquire and release": `async function main() { lock.acquire(); «await send(pool); lock.release(); }
run(main());`,
    using: `async function main() { using _held = lock; «await send(pool); }
run(main());`,
    "with finally": `async function main() { lock.acquire(); try { «await send(pool); } finally { lock.release(); } }
run(main());`,
    "in a loop": `async function main() { while (true) { using _held = lock; «await sleep_ms(1); } }
run(main());`,
    "a try": `async function main() { if (lock.acquire(0)) { «await send(1); lock.release(); } }
run(main());`,
    "a lock of a class": `class Pool {
  private readonly lock = allocate_lock();
  async send(): Promise<void> { using _held = this.lock; «await send(pool); }
}
run(new Pool().send());`,
  },
});
