import { testRule } from "../ruleTester.ts";

testRule("TSMP4011", {
  given: 'import { ticks_add, ticks_diff, ticks_ms, ticks_us, time } from "time";\n',
  valid: {
    "its functions": `const start = ticks_ms();
const end = ticks_add(start, 500);
while (ticks_diff(end, ticks_ms()) > 0);
print(ticks_diff(ticks_ms(), start) / 1000);`,
    "what is no time": `print(ticks_us() % 7, ticks_us() & 1, ticks_ms() * 2);`,
    "seconds since the epoch": `const begun = time();
print(time() - begun, time() > begun + 5);`,
  },
  invalid: {
    differences: `const start = ticks_us();
print(«ticks_us() - start);`,
    "ends of waiting": `const end = «ticks_ms() + 500;
print(end);
let last = ticks_ms();
while («ticks_ms() < last);
last = ticks_ms();`,
    "what was added": `const end = ticks_add(ticks_ms(), 5);
if («ticks_ms() >= end) print("late");`,
    "under the module's name": `import * as clock from "time";
print(«clock.ticks_cpu() - clock.ticks_cpu());`,
  },
});
