import { testRule } from "../ruleTester.ts";

testRule("TSMP5004", {
  given: `import { ThreadSafeFlag } from "asyncio";
import { ADC, Pin, Timer } from "machine";
import { alloc_emergency_exception_buf, schedule } from "micropython";
import { ticks_diff, ticks_us } from "time";
alloc_emergency_exception_buf(100);
const flag = new ThreadSafeFlag();
const samples = new Uint16Array(8);
const list: number[] = [0, 0];
let n = 0;
function every(callback: (t: Timer) => void): void { new Timer({ freq: 1, hard: true, callback }); }
`,
  valid: {
    "a flag": `every(() => flag.set());`,
    "a count": `every(() => { n = (n + 1) & 7; });
print(n);`,
    "a place of an array": `const adc = new ADC(26);
every(() => { if (n < 8) samples[n] = adc.read_u16(); });
print(samples[0]);`,
    "a time between": `let last = ticks_us();
every(() => { const now = ticks_us(); n = ticks_diff(now, last); last = now; });`,
    "whole division": `every(() => { n = Math.floor(n / 2); });`,
    "a pin": `const led = new Pin(15, Pin.OUT);
every(() => led.toggle());`,
    "a soft interrupt": `new Timer({ freq: 1, callback: () => { list.push(n); print(\`\${n} items\`); } });`,
    "a function made beforehand": `const report = (value: number) => print(value);
every(() => schedule(report, 1));`,
    "the hard handler of a class, made outside": `class Sampler {
  count = 0;
  private readonly tick = () => { this.count++; };
  start(): void { every(this.tick); }
}
new Sampler().start();`,
  },
  invalid: {
    "an array": `let pair: number[] = [];
every(() => { pair = «[1, n]; });
print(pair.length);`,
    "an object": `let last = { at: 0 };
every(() => { last = «{ at: n }; });
print(last.at);`,
    "a text of a template": `let text = "";
every(() => { text = «\`\${n} ticks\`; });
print(text);`,
    "two texts": `let text = "";
every(() => { text = «text + "x"; });
print(text);`,
    "a float": `let volts = 0.5;
every(() => { volts = «volts * 3.3; });
print(volts);`,
    "a float of several steps": `const adc = new ADC(26);
let volts = 0.5;
every(() => { volts = «adc.read_u16() * 3.3 / 65535; });
print(volts);`,
    "an item more": `every(() => { «list.push(n); });`,
    "a function": `every(() => { schedule(«() => print(n), 0); });`,
    "a method as a value": `class Worker {
  work(_: number): void { print(n); }
  start(): void { every(() => schedule(«this.work, 0)); }
}
new Worker().start();`,
    "an instance": `class Point { x = 0; }
let p = new Point();
every(() => { p = «new Point(); });
print(p.x);`,
    "in a function that the handler calls": `function store(value: number): void { «list.push(value); }
every(() => store(n));`,
    "a sine": `let wave = 0;
every(() => { wave = «Math.sin(n); });
print(wave);`,
  },
});
