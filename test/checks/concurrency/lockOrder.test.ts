import { testRule } from "../ruleTester.ts";

testRule("TSMP5022", {
  valid: {
    "same order": `import { allocate_lock, start_new_thread } from "_thread";
const a = allocate_lock(); const b = allocate_lock(); let x = 0;
function one(): void { using _a = a; using _b = b; x = 1; }
function two(): void { using _a = a; using _b = b; x = 2; }
start_new_thread(one, []);
two();`,
    "one after the other not nested": `import { allocate_lock, start_new_thread } from "_thread";
const a = allocate_lock(); const b = allocate_lock(); let x = 0; let y = 0;
function one(): void { { using _a = a; x = 1; } { using _b = b; y = 1; } }
function two(): void { { using _b = b; y = 2; } { using _a = a; x = 2; } }
start_new_thread(one, []);
two();`,
  },
  invalid: {
    "lock order cycle": `import { allocate_lock, start_new_thread } from "_thread";
const a = allocate_lock(); const b = allocate_lock(); let x = 0;
function one(): void { using _a = a; using _b = b; x = 1; }
function two(): void { using _b = b; using _a = «a; x = 2; }
start_new_thread(one, []);
two();`,
    "lock order cycle with acquire and helper": `import { allocate_lock, start_new_thread } from "_thread";
const disk = allocate_lock(); const net = allocate_lock(); let x = 0;
function log(): void { disk.acquire(); x = 1; disk.release(); }
function send(): void { net.acquire(); log(); net.release(); }
function flush(): void { disk.acquire(); «net.acquire(); x = 2; net.release(); disk.release(); }
start_new_thread(() => { while (true) send(); }, []);
while (true) flush();`,
    class: `import { allocate_lock, start_new_thread } from "_thread";
class Bank { private from = allocate_lock(); private to = allocate_lock(); n = 0; give(): void { using _a = this.from; using _b = this.to; this.n = 1; } take(): void { using _b = this.to; using _a = «this.from; this.n = 2; } }
const bank = new Bank();
start_new_thread(() => bank.give(), []);
bank.take();`,
  },
});
