import { testRule } from "../ruleTester.ts";

testRule("TSMP5024", {
  valid: {
    rethrown: `import { CancelledError, run, sleep_ms } from "asyncio";
async function work() { try { await sleep_ms(5); } catch (e) { if (e instanceof CancelledError) { print("bye"); throw e; } } }
run(work());`,
    "returns at once": `import { CancelledError, run, sleep_ms } from "asyncio";
async function work() { while (true) { try { await sleep_ms(5); } catch (e) { if (e instanceof CancelledError) { print("bye"); return; } } } }
run(work());`,
    "last statement": `import { CancelledError, run, sleep_ms } from "asyncio";
async function waiter(n: number) { try { await sleep_ms(500); print("got"); } catch (e) { if (e instanceof CancelledError) print("Waiter cancelled", n); } }
run(waiter(1));`,
    "plain catch": `import { run, sleep_ms } from "asyncio";
async function work() { while (true) { try { await sleep_ms(5); } catch (e) { print(String(e)); } } }
run(work());`,
    "awaiting a cancelled task": `import { CancelledError, run, sleep_ms, create_task } from "asyncio";
async function work() { await sleep_ms(500); }
async function main() { const t = create_task(work()); await sleep_ms(1); t.cancel(); try { await t; } catch (e) { if (e instanceof CancelledError) print("was cancelled"); } await sleep_ms(1); print("end"); }
run(main());`,
  },
  invalid: {
    "CancelledError named and swallowed in a loop": `import { CancelledError, run, sleep_ms } from "asyncio";
async function work() { while (true) { try { await sleep_ms(5); } catch (e) { «if (e instanceof CancelledError) print("no"); } } }
run(work());`,
    "swallowed once": `import { CancelledError, run, sleep_ms, create_task } from "asyncio";
async function work() { try { await sleep_ms(500); } catch (e) { «if (e instanceof CancelledError) { print("cancelled"); } else throw e; } print("goes on"); await sleep_ms(5); }
async function main() { const t = create_task(work()); t.cancel(); await sleep_ms(1); }
run(main());`,
    "BaseException swallowed": `import { run, sleep_ms } from "asyncio";
async function work() { while (true) { try { await sleep_ms(5); } catch (e) { «if (e instanceof BaseException) print("any"); } } }
run(work());`,
    StopTask: `import { StopTask } from "asyn";
import { run, sleep_ms } from "asyncio";
async function work() { while (true) { try { await sleep_ms(5); } catch (e) { «if (e instanceof StopTask) continue; } } }
run(work());`,
    method: `import { CancelledError, sleep_ms } from "asyncio";
class W { async go() { for (let i = 0; i < 100; i++) { try { await sleep_ms(5); } catch (e) { «if (e instanceof CancelledError) { print("again"); } } } } }
void new W().go();`,
  },
});
