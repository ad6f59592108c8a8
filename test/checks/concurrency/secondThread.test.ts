import { testRule } from "../ruleTester.ts";

const given = `import { start_new_thread } from "_thread";
import { AppLoopManager, AppWorker } from "apploop";
import { Context, unblock } from "threadsafe";
import { argv } from "sys";
import { sleep_ms } from "time";
function forEver(): void { while (true) sleep_ms(10); }
function once(): void { sleep_ms(10); }
`;

testRule("TSMP5006", {
  given,
  valid: {
    "one thread": `start_new_thread(forEver, []);`,
    "one after the other": `start_new_thread(once, []);
sleep_ms(100);
start_new_thread(forEver, []);`,
    "one of two": `if (argv.length > 1) start_new_thread(forEver, []);
else start_new_thread(forEver, []);`,
    "a manager with two workers": `const manager = new AppLoopManager();
manager.create_worker(new AppWorker());
manager.create_worker(new AppWorker());
manager.start_thread();`,
    "a manager that is stopped before": `const manager = new AppLoopManager();
manager.start_thread();
manager.stop_thread();
start_new_thread(forEver, []);`,
    "functions that block, in turn": `async function main() { await unblock(once); await unblock(once); }
main();`,
  },
  invalid: {
    "two that never end": `start_new_thread(forEver, []);
«start_new_thread(forEver, []);`,
    "a short one behind one that never ends": `start_new_thread(forEver, []);
«start_new_thread(once, []);`,
    "in a loop": `for (let i = 0; i < 2; i++) «start_new_thread(forEver, []);`,
    "a context and a thread": `const context = new Context();
«start_new_thread(once, []);
print(context);`,
    "a manager and a thread": `const manager = new AppLoopManager();
manager.start_thread();
«start_new_thread(forEver, []);`,
    "two contexts": `const first = new Context();
const second = «new Context();
print(first, second);`,
    "a method that never ends": `class Worker {
  start(): void { «start_new_thread(() => this.loop(), []); }
  private loop(): void { while (true) sleep_ms(1); }
}
new Worker().start();
start_new_thread(forEver, []);`,
  },
});

testRule("TSMP5006", {
  given,
  board: "pyboard",
  valid: {
    "a Pyboard switches between threads": `start_new_thread(forEver, []);
start_new_thread(forEver, []);`,
  },
  invalid: {},
});
