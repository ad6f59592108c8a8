/** For each code a program that causes it; « stands before the place that is reported. */
export const programs: Readonly<Record<string, string>> = {
  TSMP2001: `function keep(_value: () => number, _context: ClassGetterDecoratorContext): void {}
    class Lamp {
      «@keep get level(): number {
        return 1;
      }
    }
    print(new Lamp().level);`,
  TSMP2004: `function f(): void {
      print(«arguments);
    }
    f();`,
  TSMP2005: `print(typeof «globalThis);`,
  TSMP2006: `const maths = «Math;
    print(maths.abs(-1));`,
  TSMP2007: `print(Object.keys(«new Uint8Array(2)).length);`,
  TSMP2008: `function isOne(value: string | (() => string)): boolean {
      return value «== "1";
    }
    print(isOne("1"));`,
  TSMP2009: `import "machine";
    function show(value: string | null | undefined): string {
      return \`<\${«value}>\`;
    }
    print(show(null));`,
  TSMP2012: `const known = new Set<any>();
    known.add(«1n);
    print(known.size);`,
  TSMP2013: `function level(mode: number): number {
      switch (mode) {
        case 0:
          let found = 1;
          return found;
        default:
          «found = 2;
          return found;
      }
    }
    print(level(0));`,
  TSMP2010: `import { argv } from "sys";
    «import("./" + argv[0]);`,
  TSMP2002: `const box = { a: 1 };
    «with (box) print(a);`,
  TSMP2003: `const view = <div«/>;`,
  TSMP2011: `function show(value: string | null | undefined): string {
      return \`<\${«value}>\`;
    }
    print(show(null), show(undefined));`,
  TSMP2020: `const log = new «Proxy({}, {});
    print(log);`,
  TSMP2021: `print(«eval("1 + 1"));`,
  TSMP2022: `const held = new «WeakRef({ a: 1 });
    print(held);`,
  TSMP2023: `class Lamp {}
    print(Lamp.«prototype);`,
  TSMP2024: `function checked(target: unknown, key: unknown, index: number): void {
      print(index);
    }
    class Lamp {
      dim(«@checked level: number): void {
        print(level);
      }
    }
    new Lamp().dim(1);`,
  TSMP2050: `const counter = {
      n: 0,
      next() {
        return ++this.n;
      },
    };
    const copy = { ...«counter };
    print(copy.n);`,
  TSMP2051: `const primes = [2, 3];
    const same = primes;
    Object.freeze(«primes);
    print(same.length);`,
  TSMP2052: `function later(work: any): unknown {
      return work.«bind(undefined, 1);
    }
    print(later((x: number) => x) === 2);`,
  TSMP2054: `class Scale {
      factor = 2;
      of(value: number): number { return value * this.factor; }
    }
    print([1, 2].map(«new Scale().of).length);`,
  TSMP2060: `class Base {
      constructor() { this.show(); }
      show(): void {}
    }
    class Named extends Base {
      name = "n";
      override show(): void { print(«this.name); }
    }
    new Named();`,
  TSMP2080: `function has(text: string, part: string): boolean {
      return «new RegExp(part).test(text);
    }
    print(has("ab", "b"));`,
  TSMP2081: `print(«new RegExp("(").test("a"));`,
  TSMP2082: `print(«/\\ud83d/.test("a"));`,
  TSMP2083: `function cut(text: string, at: string | RegExp): string[] {
      return text.split(«at);
    }
    print(cut("a-b", "-").length);`,
  TSMP2053: `const field = «{ $value: 1, _value: 2 };
    print(field.$value);`,
  TSMP4001: `import { Pin } from "pyb";
    print(new Pin("GP15").«names());`,
  TSMP4003: `import { Pin, PWM } from "machine";
    new PWM(new Pin(14), { freq: 1000 });
    «new PWM(new Pin(15), { freq: 50 });`,
  TSMP4004: `import { sleep_ms } from "time";
    sleep_ms(«1000 / 3);`,
  TSMP4005: `import { WDT } from "machine";
    new WDT({ timeout: «10_000 });`,
  TSMP4006: `import { asm_pio } from "rp2";
    asm_pio((p) => { p.jmp(«"nowhere"); });`,
  TSMP4007: `import { asm_pio, type Pio } from "rp2";
    function blink(p: Pio) { p.nop(); }
    asm_pio(«blink);`,
  TSMP4008: `import { match } from "re";
    print(match(«"a{2}", "aa"));`,
  TSMP4009: `import { Pin } from "machine";
    print(new Pin("LED", Pin.IN, «Pin.PULL_UP));`,
  TSMP4010: `import { mem32 } from "machine";
    print(mem32[«0x20000002]);`,
  TSMP4011: `import { sleep_ms, ticks_ms } from "time";
    const start = ticks_ms();
    sleep_ms(5);
    print(«ticks_ms() - start);`,
  TSMP5001: `import { Event, run, sleep_ms } from "asyncio";
    import { Pin } from "machine";
    const pressed = new Event();
    new Pin(14, Pin.IN).irq({ handler: () => «pressed.set() });
    run(sleep_ms(1));`,
  TSMP5002: `import { run } from "asyncio";
    import { sleep } from "time";
    async function main(): Promise<void> {
      «sleep(1);
    }
    run(main());`,
  TSMP5003: `import { Pin } from "machine";
    import { sleep_ms } from "time";
    new Pin(14, Pin.IN).irq({ handler: () => «sleep_ms(20) });`,
  TSMP5004: `import { Timer } from "machine";
    const list: number[] = [];
    new Timer({ freq: 1, hard: true, callback: () => «list.push(1) });`,
  TSMP5005: `import { allocate_lock } from "_thread";
    import { Pin } from "machine";
    const lock = allocate_lock();
    new Pin(14, Pin.IN).irq({
      handler: () => {
        using _held = «lock;
      },
    });`,
  TSMP5006: `import { start_new_thread } from "_thread";
    function work(): void {
      while (true) print("working");
    }
    start_new_thread(work, []);
    «start_new_thread(work, []);`,
  TSMP5007: `import { gather, run, ThreadSafeFlag } from "asyncio";
    const flag = new ThreadSafeFlag();
    async function waiter(): Promise<void> {
      await «flag.wait();
    }
    async function main(): Promise<void> {
      await gather(waiter(), waiter());
    }
    run(main());`,
  TSMP5008: `import { allocate_lock } from "_thread";
    import { run, sleep_ms } from "asyncio";
    const lock = allocate_lock();
    async function main(): Promise<void> {
      using _held = lock;
      «await sleep_ms(1);
    }
    run(main());`,
  TSMP5009: `import { start_new_thread } from "_thread";
    import { run } from "asyncio";
    import { ThreadSafeQueue } from "threadsafe";
    const queue = new ThreadSafeQueue<number>(8);
    start_new_thread(() => «queue.put_sync(1), []);
    run(queue.put(2));`,
  TSMP5010: `import { start_new_thread } from "_thread";
    const readings: number[] = [];
    start_new_thread(() => {
      while (true) «readings.push(1);
    }, []);
    for (const reading of readings) print(reading);`,
  TSMP5011: `import { start_new_thread } from "_thread";
    let count = 0;
    start_new_thread(() => {
      count++;
    }, []);
    «count++;
    print(count);`,
  TSMP5012: `import { start_new_thread } from "_thread";
    const place = { x: 0, y: 0 };
    start_new_thread(() => {
      «place.x = 1;
      place.y = 2;
    }, []);
    print(place.x, place.y);`,
  TSMP5013: `import { ThreadSafeQueue } from "threadsafe";
    const queue = new ThreadSafeQueue<number[]>(8);
    const list = [1];
    queue.put_sync(list);
    «list.push(2);`,
  TSMP5014: `import { disable_irq } from "machine";
    «disable_irq();`,
  TSMP5015: `import { exit } from "_thread";
    «exit();`,
  TSMP5016: `import { Pin } from "machine";
    import { ThreadSafeQueue } from "threadsafe";
    const queue = new ThreadSafeQueue<number>(8);
    new Pin(14, Pin.IN).irq({ hard: true, handler: «() => queue.put_sync(1) });`,
  TSMP5017: `import { run } from "asyncio";
    let n = 0;
    async function main(): Promise<void> {
      «while (true) n++;
    }
    run(main());`,
  TSMP5018: `import { allocate_lock } from "_thread";
    const lock = allocate_lock();
    lock.acquire();
    «lock.acquire();
    lock.release();`,
  TSMP5019: `import { allocate_lock } from "_thread";
    const lock = allocate_lock();
    «lock.acquire();`,
  TSMP5020: `import { start_new_thread } from "_thread";
    import { Pin } from "machine";
    const led = new Pin("LED", Pin.OUT);
    start_new_thread(() => «led.toggle(), []);`,
  TSMP5021: `import { start_new_thread } from "_thread";
    start_new_thread(«() => print(limit), []);
    const limit = [3].length;`,
};

/** What no program can cause, and why. */
export const notByAProgram: Readonly<Record<string, string>> = {
  TSMP5022: `import { allocate_lock, start_new_thread } from "_thread";
const a = allocate_lock(); const b = allocate_lock(); let x = 0;
function one(): void { using _a = a; using _b = b; x = 1; }
function two(): void { using _b = b; using _a = «a; x = 2; }
start_new_thread(one, []);
two();`,
  TSMP5023: `import { Event, run } from "asyncio";
const ev = new Event();
setInterval(() => ev.set(), 100);
async function main() { while (true) { «await ev.wait(); print("tick"); } }
run(main());`,
  TSMP5024: `import { CancelledError, run, sleep_ms } from "asyncio";
async function work() { while (true) { try { await sleep_ms(5); } catch (e) { «if (e instanceof CancelledError) print("no"); } } }
run(work());`,
  TSMP5025: `import { unblock } from "threadsafe"; import { create_task, run, sleep } from "asyncio"; import { sleep as pause } from "time";
async function main() { const t = create_task(unblock(() => pause(10))); await sleep(1); «t.cancel(); }
run(main());`,
  TSMP5026: `import { schedule } from "micropython";
const cb = (n: number): void => print(n);
for (let i = 0; i < 100; i++) «schedule(cb, i);`,
  TSMP5027: `import { ThreadSafeQueue } from "threadsafe";
import { run, create_task } from "asyncio";
const q = «new ThreadSafeQueue<number>(8);
async function feed() { for (let i = 0; i < 5; i++) await q.put(i); }
async function main() { create_task(feed()); for (let i = 0; i < 5; i++) print(await q.get()); }
run(main());`,
  TSMP5028: `import { start_new_thread } from "_thread"; import { asm_pio, PIO } from "rp2"; import { sleep } from "time";
start_new_thread(() => { while (true) sleep(1); }, []);
const square = «asm_pio({ set_init: PIO.OUT_LOW }, (p) => { p.wrap_target(); p.set(p.pins, 1).delay(31); p.set(p.pins, 0).delay(31); p.wrap(); });
print(square);`,
  TSMP5029: `import { start_new_thread } from "_thread"; import { collect } from "gc";
start_new_thread(() => { while (true) { «collect(); } }, []);`,
  TSMP5030: `import { run, sleep } from "asyncio";
    async function main() { «sleep(1); print("at once"); }
    run(main());`,
  TSMP6008: "the package for serial ports is installed with the tests, and needed on Windows only",
  TSMP6024: "a fault of the board between writing and reading",
  TSMP6030:
    "a damaged flash, which a board formats anew when it starts, unless it breaks while it runs",
  TSMP7004: "a fault of the embedded MicroPython",
  TSMP7031: "a computer without pseudo-terminals",
};
