import { expect, test } from "vitest";
import { compile } from "../../../compiler/compile.ts";
import { testRule } from "../ruleTester.ts";

const machine = `import { I2C, Pin, PWM, UART, WDT } from "machine";
import { sleep_ms } from "time";
const pwm = new PWM(new Pin(15));
`;

testRule("TSMP4004", {
  given: machine,
  valid: {
    integers: `sleep_ms(50.0);
sleep_ms(Math.round(1000 / 3));
pwm.duty_u16(65535 >> 1);
pwm.duty_u16(Math.floor(65535 * 0.3));
for (const i of range(7)) print(i);`,
    "what may be an integer": `function set(duty: number) { pwm.duty_u16(duty); }
set(500);
set(65535 / 3);`,
    "floats where they are taken": `import { sleep } from "time";
import { Timer } from "machine";
sleep(1 / 3);
new Timer({ freq: 2.5, callback: () => {} });`,
    "elements of arrays": `import { array } from "array";
print(new array("f", [1.5]), new array("B", [300, 2]));`,
    "a type of one's own": `const half: float = 7 / 2;
const count: int = 7;
print(half, count);`,
  },
  invalid: {
    "a literal": `sleep_ms(«1.5);`,
    "a quotient": `sleep_ms(«1000 / 3);`,
    "a product": `pwm.duty_u16(«65535 * 0.5);`,
    "through variables and functions": `const half = 65535 / 2;
pwm.duty_u16(«half);
function set(duty: number) { pwm.duty_u16(«duty); }
set(2.5);`,
    "a keyword": `new WDT({ timeout: «8.5 });
new PWM(new Pin(3), { freq: «1000 / 7 });`,
    "elements of an array of integers": `import { array } from "array";
print(new array("i", [1, «2.5]), new array("H", [«1 / 3]));`,
    "what becomes bytes": `print(bytes([1, «2.5]));
for (const i of range(«3 / 2)) print(i);`,
    "a promise": `const half: int = «7 / 2;
print(half);`,
  },
});

testRule("TSMP4005", {
  given: machine,
  valid: {
    "within the range": `new WDT({ timeout: 8388 });
new UART(0, { rxbuf: 1024 });
pwm.duty_u16(65535);`,
    "elements, which wrap": `const buffer = bytearray(4);
buffer[0] = 300;
print(buffer);`,
    "what is limited": `function set(duty: number) { pwm.duty_u16(Math.min(duty, 65535)); }
set(70000);`,
  },
  invalid: {
    "the range of a type": `pwm.duty_u16(«70000);
pwm.duty_u16(«-1);`,
    "the range of an option": `new WDT({ timeout: «10_000 });
new UART(0, { rxbuf: «10 });`,
    "the range of a parameter": `new WDT(0, «9000);`,
  },
});

testRule("TSMP4005", {
  given: `import { WDT } from "machine";
import { StateMachine } from "rp2";
`,
  board: "pico2_w",
  valid: {
    "what another chip takes": `new WDT({ timeout: 16_777 });
new StateMachine(11);`,
  },
  invalid: { "more than that": `new WDT({ timeout: «16_778 });` },
});

testRule("TSMP4005", {
  given: `import { StateMachine } from "rp2";
`,
  valid: { "the last one": `new StateMachine(7);` },
  invalid: { "a state machine that is not there": `new StateMachine(«8);` },
});

/** One statement a line, each with a number that cannot be taken. */
const statements = `
  new I2C(0, { scl: 1 , sda: 0, freq: 400e3 + 0.5 });
  new I2C(0, { scl: 1, sda: 0 }).readfrom(0x80, 2);
  new I2C(0, { scl: 1, sda: 0 }).writeto(200, bytes([1]));
  new I2C(0, { scl: 1, sda: 0 }).writeto(-1, bytes([1]));
  new I2C(0).readfrom(0x3c, -1);
  new I2C(0).readfrom(0x3c, 2.5);
  new I2C(0, { timeout: 1.5 });
  new SPI(0, { baudrate: 1.5 });
  new SPI(0, 1_000_000, { bits: 9.5 });
  new SPI(0).read(4, 256);
  new SPI(0).read(4, -1);
  new UART(0, 9600, { timeout: 0.5 });
  new UART(0, { txbuf: 10 });
  new UART(0, { rxbuf: 100000 });
  new UART(0, 9600).read(1.5);
  new UART(0, { invert: 99 });
  new PWM(15, { freq: 1 });
  new PWM(15, { freq: 50.5 });
  new PWM(15).freq(0);
  new PWM(15).freq(1);
  new PWM(15).duty_u16(70000);
  new PWM(15).duty_u16(-1);
  new PWM(15).duty_u16(0.5);
  new PWM(15, { freq: 1000, duty_u16: 65536 });
  new PWM(15).duty_ns(1.5);
  new PWM(15).duty_ns(-5);
  new Timer({ period: 0.5, callback: () => {} });
  new Timer({ period: -5, callback: () => {} });
  new Timer({ period: 0, callback: () => {} });
  new Timer({ freq: 0, callback: () => {} });
  new Timer({ freq: -1, callback: () => {} });
  new WDT({ timeout: 10000 });
  new WDT({ timeout: 0 });
  new WDT({ timeout: 1.5 });
  new WDT(0, 9000);
  new RTC().datetime([2025, 13, 1, 0, 0, 0, 0, 0]);
  new RTC().datetime([2025, 1, 40, 0, 0, 0, 0, 0]);
  new RTC().datetime([2025, 1, 1, 0, 24, 0, 0, 0]);
  new RTC().datetime([2025, 1, 1, 0, 0, 61, 0, 0]);
  new RTC().datetime([2025, 1, 1, 9, 0, 0, 0, 0]);
  new RTC().datetime([2025, 1, 1, 0, 0, 0, 0.5, 0]);
  machine.freq(125.5e6 + 0.5);
  machine.freq(1);
  machine.lightsleep(0.5);
  machine.lightsleep(-5);
  machine.deepsleep(1.5);
  machine.mem32[0x40000000] = 1.5;
  new Pin(4).irq(() => {}, { trigger: 16 });
  new Pin(4).irq(() => {}, 3);
  new I2S(0, { sck: 16, ws: 17, sd: 18, mode: I2S.TX, bits: 16, format: I2S.MONO, rate: 22050.5, ibuf: 20000 });
  new NeoPixel(new Pin(4), 1.5);
  new NeoPixel(new Pin(4), 8)[0] = [256, 0, 0];
  new NeoPixel(new Pin(4), 8)[0] = [1.5, 0, 0];
  new NeoPixel(new Pin(4), 8)[0] = [-1, 0, 0];
  new NeoPixel(new Pin(4), 8).fill([0, 0, 300]);
  sleep_ms(0.5);
  sleep_ms(1000 / 3);
  sleep_us(0.1);
  time.ticks_add(ticks_ms(), 0.5);
  time.gmtime(1.5);
  new StateMachine(0, asm_pio((p) => { p.nop(); }), { freq: 100 });
  new StateMachine(0, asm_pio((p) => { p.nop(); }), { freq: 1907 });
  new StateMachine(8, asm_pio((p) => { p.nop(); }));
  new StateMachine(-1);
  new StateMachine(0, asm_pio((p) => { p.nop(); }), { freq: 2000.5 });
  new StateMachine(0).put(1.5);
  new PIO(2);
  async function f() { await asyncio.wait_for_ms(co(1), 0.5); } asyncio.run(f());
  async function f() { await asyncio.sleep_ms(0.5); } asyncio.run(f());
  new ThreadSafeQueue(0);
  new ThreadSafeQueue(-4);
  new ThreadSafeQueue(2.5);
  new ThreadSafeQueue(bytearray(10)).put_sync(1.5);
  _thread.stack_size(0.5);
  new Barrier(0);
  new BoundedSemaphore(1.5);
  new Delay_ms(() => {}, [], 0.5);
  new Delay_ms().trigger(1.5);
  new RingbufQueue<number>(1.5);
  async function f() { await asleep(1, { granularity: -5 }); } asyncio.run(f());
  new bluetooth.BLE().gap_advertise(100_000.5, bytes(3));
  os.urandom(-1);
  struct.pack("<B", 300);
  struct.pack("<b", 200);
  struct.pack("<H", -1);
  random.randint(1.5, 2);
  random.getrandbits(64);
  new framebuf.FrameBuffer(bytearray(10), 8, 8, framebuf.MONO_VLSB).text("x", 0.5, 1);
`
  .trim()
  .split("\n");

test("numbers that firmware must not have", () => {
  const given = `import { ADC, I2C, I2S, I2CTarget, Pin, PWM, RTC, SPI, Timer, UART, WDT } from "machine";
import * as machine from "machine";
import * as asyncio from "asyncio";
import * as framebuf from "framebuf";
import * as os from "os";
import * as random from "random";
import * as rp2 from "rp2";
import * as struct from "struct";
import * as time from "time";
import { sleep_ms, sleep_us, ticks_ms } from "time";
import { asm_pio, PIO, StateMachine } from "rp2";
import { NeoPixel } from "neopixel";
import { BLE } from "bluetooth";
import * as bluetooth from "bluetooth";
import * as _thread from "_thread";
import { ThreadSafeQueue } from "threadsafe";
import { Delay_ms, RingbufQueue } from "primitives";
import { Barrier, BoundedSemaphore, sleep as asleep } from "asyn";
async function co(n: number): Promise<number> { return n; }
`;
  const text = given + statements.map((statement) => `{ ${statement.trim()} }\n`).join("");
  const { diagnostics } = compile({ files: { "main.ts": text } });
  const first = given.split("\n").length;
  const reported = new Set(
    diagnostics.map(({ line, code }) => `${line - first} ${code.slice(0, 7)}`),
  );
  const missing = statements.filter((_, at) => !reported.has(`${at} TSMP400`));
  expect(diagnostics.filter(({ code }) => !/^TSMP(400[345]|[25])/.test(code))).toEqual([]);
  expect(missing).toEqual([]);
});
