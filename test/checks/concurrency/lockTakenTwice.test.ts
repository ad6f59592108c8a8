import { testRule } from "../ruleTester.ts";

testRule("TSMP5018", {
  given: `import { allocate_lock } from "_thread";
const lock = allocate_lock();
const other = allocate_lock();
let total = 0;
`,
  valid: {
    "one after the other": `function add(): void { using _held = lock; total++; }
add();
add();`,
    "two locks": `function add(): void { using _a = lock; using _b = other; total++; }
add();`,
    "a try": `function add(): void { using _held = lock; if (lock.acquire(0)) total++; }
add();`,
    "blocks of their own": `{ using _held = lock; total++; }
{ using _held = lock; total++; }`,
    "released before the call": `function add(): void { using _held = lock; total++; }
lock.acquire();
total = 0;
lock.release();
add();`,
    "locks of two instances": `class Cell {
  private readonly lock = allocate_lock();
  n = 0;
  add(other: Cell | null): void { using _held = this.lock; this.n++; other?.add(null); }
}
new Cell().add(new Cell());`,
  },
  invalid: {
    "twice in one block": `function add(): void { using _a = lock; using _b = «lock; total++; }
add();`,
    "acquired twice": `lock.acquire();
«lock.acquire();
lock.release();`,
    "in a function that is called": `function add(): void { using _held = lock; total++; }
function addTwo(): void { using _held = lock; «add(); }
addTwo();`,
    "in a function of a function": `function add(): void { using _held = lock; total++; }
function step(): void { add(); }
function addTwo(): void { using _held = lock; «step(); }
addTwo();`,
    "in a method": `class Log {
  private readonly lock = allocate_lock();
  private n = 0;
  add(): void { using _held = this.lock; this.n++; }
  addTwo(): void { using _held = this.lock; «this.add(); }
}
new Log().addTwo();`,
    "acquire and using": `function add(): void { lock.acquire(); { using _held = «lock; total++; } lock.release(); }
add();`,
  },
});
