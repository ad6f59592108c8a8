import { testRule } from "../ruleTester.ts";

testRule("TSMP5021", {
  given: `import { start_new_thread } from "_thread";
import { sleep_ms } from "time";
`,
  valid: {
    "set before": `const limit = 3;
start_new_thread(() => print(limit), []);`,
    "a function is there from the beginning": `start_new_thread(() => work(), []);
function work(): void { print(1); }`,
    "a variable that it does not use": `start_new_thread(() => print(1), []);
const later = 5;
print(later);`,
    "its own number": `const id = start_new_thread(() => print(1), []);
print(id);`,
    "a variable of the function": `start_new_thread(() => { const own = 1; print(own); }, []);`,
    "started in a function that is called last": `function start(): void { start_new_thread(() => print(limit), []); }
const limit = 3;
start();`,
  },
  invalid: {
    "a constant": `start_new_thread(«() => print(limit), []);
const limit = [3].length;`,
    "a variable": `start_new_thread(«() => { count++; }, []);
let count = 0;
print(count);`,
    "in a function that the thread calls": `start_new_thread(«() => work(), []);
function work(): void { print(list.length); }
const list = [1];`,
    "started in a function": `function start(): void { start_new_thread(«() => print(limit), []); }
start();
const limit = [3].length;`,
    "a named function": `function work(): void { while (running) sleep_ms(1); }
start_new_thread(«work, []);
let running = true;
running = false;`,
    "a method": `class Worker {
  start(): void { start_new_thread(«() => this.work(), []); }
  private work(): void { print(limit); }
}
new Worker().start();
const limit = [3].length;`,
  },
});
