import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { createPico, type VirtualPico } from "../../compiler/emulator/index.ts";
import { describeOnFirmware } from "../support/firmware/onFirmware.ts";

await describeOnFirmware("programs of PIO", ({ bin }) => {
  function ran(mainPython: string, pins: readonly number[] = []): VirtualPico {
    const files = { "main.py": `import rp2, time, array\nfrom machine import Pin\n${mainPython}` };
    const pico = createPico({ firmware: bin, files, powerOn: false });
    for (const pin of pins) pico.pin(pin);
    pico.powerOn();
    const done = (): boolean => pico.output.includes("done\r\n");
    if (!pico.advanceUntil(done, 2_000)) throw new Error(pico.output);
    return pico;
  }

  /** The lines that the program printed before `done`. */
  function printed(mainPython: string): string[] {
    const { output } = ran(mainPython);
    return output.slice(0, output.indexOf("done")).split("\r\n").slice(0, -1);
  }

  test("an LED strip gets its bits, each as long as it should be, to one cycle", () => {
    const files = {
      "main.py": `import rp2, time, array
from machine import Pin
@rp2.asm_pio(sideset_init=rp2.PIO.OUT_LOW, out_shiftdir=rp2.PIO.SHIFT_LEFT, autopull=True, pull_thresh=24)
def strip():
    wrap_target()
    label("bit")
    out(x, 1).side(0)[2]
    jmp(not_x, "zero").side(1)[1]
    jmp("bit").side(1)[4]
    label("zero")
    nop().side(0)[4]
    wrap()
machine = rp2.StateMachine(0, strip, freq=8_000_000, sideset_base=Pin(22))
machine.active(1)
machine.put(array.array("I", [0x112233, 0xfff000]), 8)
time.sleep_ms(1)
print("done")
`,
    };
    const pico = createPico({ firmware: bin, files });
    let dump = "";
    const end = pico.recordWaveform((text) => {
      dump += text;
    });
    pico.advanceUntil(() => pico.output.includes("done"), 1_000);
    end();
    const levels = levelsOf(dump, 22);
    expect(levels.map((nanos) => (nanos > 500 ? 1 : 0))).toEqual(bitsOf([0x112233, 0xfff000]));
    // 125 MHz by 15.625 is no whole number of cycles: the divider gives 15 or 16 of them.
    for (const nanos of levels) {
      expect(Math.abs(nanos - (nanos > 500 ? 875 : 250))).toBeLessThan(8);
    }
  });

  test("so does one whose program is written in TypeScript", () => {
    const text = `import { asm_pio, PIO, StateMachine } from "rp2";
import { Pin } from "machine";
import { sleep_ms } from "time";
const T2 = 5;
const strip = asm_pio({ sideset_init: PIO.OUT_LOW, out_shiftdir: PIO.SHIFT_LEFT, autopull: true, pull_thresh: 24 }, (p) => {
  const T1 = 2, T3 = 3;
  p.wrap_target();
  p.label("bit");
  p.out(p.x, 1).side(0).delay(T3 - 1);
  p.jmp(p.not_x, "zero").side(1).delay(T1 - 1);
  p.jmp("bit").side(1).delay(T2 - 1);
  p.label("zero");
  p.nop().side(0).delay(T2 - 1);
  p.wrap();
});
const machine = new StateMachine(0, strip, { freq: 8_000_000, sideset_base: new Pin(22) });
machine.active(1);
machine.put(new Uint32Array([0x112233, 0xfff000]), 8);
const counted = (n: number) => asm_pio((p) => {
  p.pull();
  p.mov(p.x, p.invert(p.osr));
  for (let i = 0; i < n; i++) p.nop();
  p.mov(p.isr, p.reverse(p.x));
  p.push();
});
const echo = new StateMachine(4, counted(3), { freq: 1_000_000 });
echo.active(1);
echo.put(1);
print(hex(echo.get()));
sleep_ms(1);
print("done");
`;
    const built = compile({ files: { "main.ts": text }, options: { board: "pico" } });
    expect(built.diagnostics).toEqual([]);
    const files = Object.fromEntries(built.files.map((file) => [file.path, file.text]));
    const pico = createPico({ firmware: bin, files });
    let dump = "";
    const end = pico.recordWaveform((more) => {
      dump += more;
    });
    expect(pico.advanceUntil(() => pico.output.includes("done"), 1_500)).toBe(true);
    end();
    const levels = levelsOf(dump, 22);
    expect(levels.map((nanos) => (nanos > 500 ? 1 : 0))).toEqual(bitsOf([0x112233, 0xfff000]));
    expect(pico.output).toContain("0x7fffffff");
  });

  test("an interrupt, both queues, instructions that are forced", () => {
    expect(
      printed(`@rp2.asm_pio()
def once():
    irq(rel(0))
    label("end")
    jmp("end")
hits = []
machine = rp2.StateMachine(1, once, freq=2_000_000)
machine.irq(lambda which: hits.append(which))
machine.active(1)
time.sleep_ms(1)
print(len(hits))
@rp2.asm_pio()
def invert():
    pull()
    mov(isr, invert(osr))
    push()
machine = rp2.StateMachine(3, invert)
machine.active(1)
for n in range(5): machine.put(n)
print([machine.get() & 0xff for n in range(5)], machine.tx_fifo(), machine.rx_fifo())
machine.active(0)
machine.exec("set(x, 3)")
machine.exec("mov(isr, x)")
machine.exec("push()")
print(machine.get())
print("done")
`),
    ).toEqual(["1", "[255, 254, 253, 252, 251] 0 0", "3"]);
  });

  test("a UART of two machines, on one pin, in two blocks", () => {
    expect(
      printed(`@rp2.asm_pio(sideset_init=rp2.PIO.OUT_HIGH, out_init=rp2.PIO.OUT_HIGH, out_shiftdir=rp2.PIO.SHIFT_RIGHT)
def sender():
    pull()
    set(x, 7).side(0)[7]
    label("bit")
    out(pins, 1)[6]
    jmp(x_dec, "bit")
    nop().side(1)[6]
@rp2.asm_pio(in_shiftdir=rp2.PIO.SHIFT_RIGHT)
def receiver():
    label("start")
    wait(0, pin, 0)
    set(x, 7)[10]
    label("bit")
    in_(pins, 1)
    jmp(x_dec, "bit")[6]
    jmp(pin, "good")
    wait(1, pin, 0)
    jmp("start")
    label("good")
    push(block)
tx = rp2.StateMachine(0, sender, freq=8 * 115200, sideset_base=Pin(10), out_base=Pin(10))
rx = rp2.StateMachine(4, receiver, freq=8 * 115200, in_base=Pin(10), jmp_pin=Pin(10))
tx.active(1)
rx.active(1)
text = ""
for byte in b"Hello, PIO":
    tx.put(byte)
    text += chr(rx.get() >> 24)
print(text)
print("done")
`),
    ).toEqual(["Hello, PIO"]);
  });

  test("a pulse of the PWM is measured to two cycles", () => {
    const [pulses] = printed(`from machine import PWM
pwm = PWM(Pin(3), freq=10_000, duty_u16=16384)
@rp2.asm_pio()
def measure():
    wrap_target()
    wait(0, pin, 0)
    wait(1, pin, 0)
    mov(x, invert(null))
    label("high")
    jmp(x_dec, "next")
    label("next")
    jmp(pin, "high")
    mov(isr, invert(x))
    push(noblock)
    wrap()
machine = rp2.StateMachine(0, measure, freq=125_000_000, in_base=Pin(3), jmp_pin=Pin(3))
machine.active(1)
print(" ".join(str(2 * machine.get()) for n in range(6)))
machine.active(0)
print("done")
`);
    for (const cycles of pulses!.split(" ").map(Number)) {
      expect(Math.abs(cycles - 3125)).toBeLessThanOrEqual(2);
    }
  });

  test("the DMA keeps a queue filled: no gap between the words", () => {
    const pico = ran(
      `@rp2.asm_pio(out_init=rp2.PIO.OUT_LOW, out_shiftdir=rp2.PIO.SHIFT_RIGHT, autopull=True, pull_thresh=32)
def serial():
    out(pins, 1)
machine = rp2.StateMachine(0, serial, freq=1_000_000, out_base=Pin(2))
words = array.array("I", [0x55555555] * 50)
dma = rp2.DMA()
dma.config(read=words, write=machine, count=50, ctrl=dma.pack_ctrl(size=2, inc_write=False, treq_sel=0), trigger=True)
machine.active(1)
while dma.active(): pass
time.sleep_ms(1)
print("done")
`,
      [2],
    );
    const { edges } = pico.pin(2);
    expect(edges).toHaveLength(1600);
    expect(edges.at(-1)!.micros - edges[0]!.micros).toBe(1599);
  });
});

/** How long each high level of a pin lasted, in nanoseconds, by a value change dump. */
function levelsOf(dump: string, pin: number): number[] {
  const id = new RegExp(`\\$var \\w+ 1 (\\S+) GP${pin}\\b`).exec(dump)![1]!;
  const lengths: number[] = [];
  let now = 0;
  let rose: number | undefined;
  for (const line of dump.split("\n")) {
    if (line.startsWith("#")) now = Number(line.slice(1));
    else if (line === `1${id}`) rose = now;
    else if (line === `0${id}` && rose !== undefined) lengths.push(now - rose);
  }
  return lengths;
}

function bitsOf(colours: readonly number[]): number[] {
  return colours.flatMap((colour) =>
    // 24 bits of the upper end of a word: `put(…, 8)` has shifted them there.
    Array.from({ length: 24 }, (_, at) => (colour >> (23 - at)) & 1),
  );
}
