import { testRule } from "../ruleTester.ts";

testRule("TSMP5019", {
  given: `import { allocate_lock } from "_thread";
const lock = allocate_lock();
let total = 0;
`,
  valid: {
    "a pair": `lock.acquire();
total++;
lock.release();`,
    finally: `function add(): number { lock.acquire(); try { return ++total; } finally { lock.release(); } }
print(add());`,
    "a release before each return": `function add(n: number): number {
  lock.acquire();
  if (n < 0) { lock.release(); return 0; }
  total += n;
  lock.release();
  return total;
}
print(add(1));`,
    "released by another function": `function begin(): void { lock.acquire(); }
function end(): void { lock.release(); }
begin();
end();`,
    using: `function add(n: number): number { using _held = lock; if (n < 0) return 0; return ++total; }
print(add(1));`,
    "a try": `if (lock.acquire(0)) { total++; lock.release(); }`,
  },
  invalid: {
    never: `function add(): void { «lock.acquire(); total++; }
add();`,
    "a return between": `function add(n: number): number {
  «lock.acquire();
  if (n < 0) return 0;
  total += n;
  lock.release();
  return total;
}
print(add(1));`,
    "a throw between": `function add(n: number): void {
  «lock.acquire();
  if (n < 0) throw new RangeError("n");
  total += n;
  lock.release();
}
add(1);`,
    "another lock is released": `const other = allocate_lock();
«lock.acquire();
total++;
other.release();`,
    "a lock of a class": `class Log {
  private readonly lock = allocate_lock();
  n = 0;
  add(): void { «this.lock.acquire(); this.n++; }
}
new Log().add();`,
    "in a branch": `function add(n: number): void { if (n > 0) { «lock.acquire(); total += n; } }
add(1);`,
  },
});
