import { testRule } from "../ruleTester.ts";

testRule("TSMP5029", {
  valid: {
    "collect in main": `import { start_new_thread } from "_thread"; import { collect } from "gc"; import { sleep } from "time";
start_new_thread(() => { print("x"); }, []);
while (true) { collect(); sleep(1); }`,
  },
  invalid: {
    "collect in thread": `import { start_new_thread } from "_thread"; import { collect } from "gc";
start_new_thread(() => { while (true) { «collect(); } }, []);`,
    "gc namespace, worker": `import * as gc from "gc"; import { AppLoopManager, AppWorker } from "apploop";
class W extends AppWorker { override *loop() { while (true) { «gc.collect(); yield 10; } } }
const m = new AppLoopManager(); m.create_worker(new W()); m.start_thread();`,
  },
});
