import { testRule } from "../ruleTester.ts";

testRule("TSMP5003", {
  given: `import { start_new_thread } from "_thread";
import { Pin, Timer } from "machine";
import { schedule } from "micropython";
import { ThreadSafeQueue } from "threadsafe";
import { sleep_ms, sleep_us } from "time";
const pin = new Pin(14, Pin.IN);
const q = new ThreadSafeQueue<number>(4);
let stop = false;
`,
  valid: {
    "a handler that only counts": `let n = 0;
pin.irq({ handler: () => { n++; } });
print(n);`,
    "a queue that does not block": `pin.irq({ handler: () => { if (!q.full()) q.put_sync(1); } });`,
    "a short pulse": `const led = new Pin(15, Pin.OUT);
pin.irq({ handler: () => { led.on(); sleep_us(10); led.off(); } });`,
    "a thread may wait": `start_new_thread(() => { sleep_ms(100); q.put_sync(1, true); }, []);`,
    "the main program may wait": `new Timer({ freq: 1, callback: () => { stop = true; } });
while (!stop) sleep_ms(10);`,
    "a loop with an end": `let last = 0;
pin.irq({ handler: () => { for (let i = 0; i < 4; i++) last += i; } });
print(last);`,
  },
  invalid: {
    "a sleep in a soft interrupt": `pin.irq({ handler: () => «sleep_ms(20) });`,
    "a sleep in a hard interrupt": `new Timer({ freq: 1, hard: true, callback: () => { «sleep_ms(2); } });`,
    "a sleep in a function that a handler calls": `function debounce(): void { «sleep_ms(30); }
pin.irq({ handler: () => debounce() });`,
    "a queue that blocks": `pin.irq({ handler: () => «q.put_sync(1, { block: true }) });`,
    "waiting for a flag": `pin.irq({ handler: () => { «while (stop) {} } });`,
    "a loop without an end": `schedule(() => { «while (true) { stop = true; } }, 0);`,
    "a file": `pin.irq({ handler: () => { «open("log.txt"); } });`,
  },
});
