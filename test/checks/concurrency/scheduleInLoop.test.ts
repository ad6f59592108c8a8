import { testRule } from "../ruleTester.ts";

testRule("TSMP5026", {
  valid: {
    "once per interrupt": `import { schedule } from "micropython"; import { Pin } from "machine";
const cb = (n: number): void => print(n);
new Pin(3).irq(() => schedule(cb, 1));`,
    try: `import { schedule } from "micropython"; import { start_new_thread } from "_thread";
const cb = (n: number): void => print(n);
start_new_thread(() => { while (true) { try { schedule(cb, 1); } catch { print("full"); } } }, []);`,
    "loop with a sleep": `import { schedule } from "micropython"; import { sleep_ms } from "time";
const cb = (n: number): void => print(n);
for (let i = 0; i < 100; i++) { schedule(cb, i); sleep_ms(10); }`,
  },
  invalid: {
    "schedule in a loop": `import { schedule } from "micropython";
const cb = (n: number): void => print(n);
for (let i = 0; i < 100; i++) «schedule(cb, i);`,
    while: `import { schedule } from "micropython"; import { Pin } from "machine";
const cb = (n: number): void => print(n);
new Pin(3).irq({ handler: () => { let i = 0; while (i < 20) { «schedule(cb, i); i++; } } });`,
    "for of": `import { schedule } from "micropython";
const cb = (n: number): void => print(n);
for (const x of [1, 2, 3, 4, 5, 6, 7, 8, 9]) «schedule(cb, x);`,
    "in a thread loop": `import { schedule } from "micropython"; import { start_new_thread } from "_thread";
const cb = (n: number): void => print(n);
start_new_thread(() => { while (true) «schedule(cb, 1); }, []);`,
    forEach: `import { schedule } from "micropython";
const cb = (n: number): void => print(n);
const xs = [1, 2, 3]; xs.forEach((x) => «schedule(cb, x));`,
  },
});
