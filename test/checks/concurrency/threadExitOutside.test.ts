import { testRule } from "../ruleTester.ts";

testRule("TSMP5015", {
  given: `import { exit, start_new_thread } from "_thread";
import { run, sleep_ms } from "asyncio";
import { Pin } from "machine";
import * as sys from "sys";
`,
  valid: {
    "a thread ends itself": `start_new_thread(() => { exit(); }, []);`,
    "in a function of the thread": `function stop(): void { exit(); }
start_new_thread(() => { stop(); }, []);`,
    "the program ends": `sys.exit();`,
    "a method of a worker": `class Worker { run(): void { exit(); } }
const worker = new Worker();
start_new_thread(() => worker.run(), []);`,
    "a function that nobody calls": `export function stop(): void { exit(); }`,
  },
  invalid: {
    "a function of a thread that the main program calls too": `function stop(): void { «exit(); }
start_new_thread(() => { stop(); }, []);
stop();`,
    "the main program": `start_new_thread(() => { while (true) {} }, []);
«exit();`,
    "a task": `async function main() { await sleep_ms(1); «exit(); }
run(main());`,
    "a function of the main program": `function stop(): void { «exit(); }
stop();`,
    "a method": `class Manager { stop(): void { «exit(); } }
new Manager().stop();`,
    "an interrupt": `new Pin(3).irq({ handler: () => { «exit(); } });`,
    "a timeout": `setTimeout(() => { «exit(); }, 10);`,
  },
});
