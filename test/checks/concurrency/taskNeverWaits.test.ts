import { testRule } from "../ruleTester.ts";

testRule("TSMP5017", {
  given: `import { start_new_thread } from "_thread";
import { run, sleep_ms } from "asyncio";
import { ThreadSafeQueue } from "threadsafe";
let n = 0;
const q = new ThreadSafeQueue<number>(4);
`,
  valid: {
    "a loop that awaits": `async function main() { while (true) { n++; await sleep_ms(0); } }
run(main());`,
    "a loop with a way out": `async function main() { while (true) { if (++n > 9) break; } }
run(main());`,
    "a loop that awaits items": `async function main() { while (true) { for await (const x of q) print(x); } }
run(main());`,
    "a thread": `start_new_thread(() => { while (true) n++; }, []);`,
    "a loop with a condition": `async function main() { while (n < 9) n++; }
run(main());`,
    "a generator of tasks": `async function* count() { while (true) { yield n++; } }
async function main() { for await (const x of count()) { if (x > 3) break; } }
run(main());`,
  },
  invalid: {
    while: `async function main() { «while (true) { n++; } }
run(main());`,
    for: `async function main() { «for (;;) { n++; } }
run(main());`,
    do: `async function main() { «do { n++; } while (true); }
run(main());`,
    "behind an await": `async function main() { await sleep_ms(1); «while (true) { print(n); } }
run(main());`,
    "a method": `class Blinker { async run(): Promise<void> { «while (true) { n++; } } }
run(new Blinker().run());`,
    "an await of a function inside alone": `async function main() { «while (true) { const later = async () => { await sleep_ms(1); }; print(later === undefined); } }
run(main());`,
  },
});
