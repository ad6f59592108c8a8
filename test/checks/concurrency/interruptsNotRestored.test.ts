import { testRule } from "../ruleTester.ts";

testRule("TSMP5014", {
  given: `import { run, sleep_ms } from "asyncio";
import { disable_irq, enable_irq } from "machine";
let n = 0;
`,
  valid: {
    "a pair": `const state = disable_irq();
n++;
enable_irq(state);`,
    "in a function": `function add(): void { const state = disable_irq(); n++; enable_irq(state); }
add();`,
    "with finally": `const state = disable_irq();
try { n++; } finally { enable_irq(state); }`,
    "in a task, before it waits": `async function main() { const state = disable_irq(); n++; enable_irq(state); await sleep_ms(1); }
run(main());`,
    "given to somebody else": `function off(): boolean | number { return disable_irq() as number; }
print(off());`,
    "two pairs": `const a = disable_irq();
enable_irq(a);
const b = disable_irq();
enable_irq(b);`,
  },
  invalid: {
    "thrown away": `«disable_irq();
n++;`,
    "thrown away, in a function": `function add(): void { «disable_irq(); n++; }
add();`,
    "never enabled": `function add(): void { const state = «disable_irq(); n++; }
add();`,
    "never enabled in a class": `class Counter { add(): void { const state = «disable_irq(); n++; } }
new Counter().add();`,
    "await between": `async function main() { const state = «disable_irq(); await sleep_ms(1); enable_irq(state); }
run(main());`,
    "await in a loop between": `async function main() {
  const state = «disable_irq();
  for (let i = 0; i < 3; i++) await sleep_ms(1);
  enable_irq(state);
}
run(main());`,
  },
});
