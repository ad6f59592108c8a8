import { expect, test } from "vitest";
import { createPico, type VirtualPico } from "../../compiler/emulator/index.ts";
import { describeOnFirmware } from "../support/firmware/onFirmware.ts";
import { changesOf, edgesTo, levelAt, type WireChange } from "./valueChanges.ts";

/** One cycle of 125 MHz. */
const CYCLE = 8;

await describeOnFirmware("what the parts of the chip do on their pins", ({ bin }) => {
  /** Starts a program; `ended` lets it come to its end, and gives the waveform. */
  function started(program: string) {
    const lines = `import time\nfrom machine import *\n${program}\nprint("done")\n`;
    const pico = createPico({ firmware: bin, files: { "main.py": lines }, powerOn: false });
    let dump = "";
    const end = pico.recordWaveform((text) => {
      dump += text;
    });
    pico.powerOn();
    const until = (text: string): void => {
      const there = (): boolean => pico.output.includes(text) || pico.output.includes("Traceback");
      if (!pico.advanceUntil(there, 5_000) || pico.output.includes("Traceback"))
        throw new Error(pico.output);
    };
    const ended = () => {
      until("done\r\n");
      pico.advance(1);
      end();
      return (pin: number) => changesOf(dump, `GP${pin}`);
    };
    return { pico, until, ended };
  }

  /** From the first time on that the line is at rest. */
  function fromRest(changes: readonly WireChange[]): WireChange[] {
    const rest = edgesTo(changes, "1")[0] ?? 0;
    return changes.filter(({ nanos }) => nanos >= rest);
  }

  /** The bytes of a UART's line with eight data bits, decoded as an analyser does. */
  function uartBytes(changes: readonly WireChange[], baud: number, parity = false): number[] {
    const line = fromRest(changes);
    const bytes: number[] = [];
    for (let from = 0; ; ) {
      const start = edgesTo(line, "0", from)[0];
      if (start === undefined) return bytes;
      const bit = (index: number) => levelAt(line, start + ((index + 0.5) * 1e9) / baud);
      const data = [...Array(8).keys()].map((index) => bit(1 + index));
      const stop = parity ? 10 : 9;
      expect([bit(0), bit(stop)]).toEqual([0, 1]);
      // Even parity: with it the ones are even.
      if (parity) expect([...data, bit(9)].reduce<number>((sum, one) => sum ^ one, 0)).toBe(0);
      bytes.push(data.reduce<number>((byte, one, index) => byte | (one << index), 0));
      from = start + ((stop + 0.4) * 1e9) / baud;
    }
  }

  test("UART: bytes at 115200 baud, bit by bit", () => {
    const { ended } = started(
      `u = UART(0, 115200, tx=Pin(0), rx=Pin(1)); time.sleep_ms(1); u.write(b"Hi\\x00\\xff~"); time.sleep_ms(2)`,
    );
    const line = ended()(0);
    expect(uartBytes(line, 115_200)).toEqual([72, 105, 0, 255, 126]);
    // MicroPython gives UARTs the 48 MHz of USB; their divider is 26 and 3/64.
    const bit = (16 * (26 + 3 / 64) * 1e9) / 48e6;
    const [, ...edges] = fromRest(line).map(({ nanos }) => nanos);
    for (const nanos of edges.slice(0, 6)) {
      const bits = (nanos - edges[0]!) / bit;
      expect(Math.abs(bits - Math.round(bits)) * bit).toBeLessThan(2);
    }
  });

  test("UART: parity, inverted lines, and a receiver that reads what its pin is driven to", () => {
    const { pico, ended } = started(
      `u = UART(1, 9600, parity=0, tx=Pin(4), rx=Pin(5))
time.sleep_ms(2); u.write(b"\\x01\\x03"); time.sleep_ms(5); print(u.read())
v = UART(0, 19200, tx=Pin(12), rx=Pin(13), invert=UART.INV_TX)
time.sleep_ms(2); v.write(b"Q"); time.sleep_ms(2)`,
    );
    // A wire from GP4 to GP5.
    pico.pin(4).onChange(({ level }) => pico.pin(5).drive(level));
    const wire = ended();
    expect(uartBytes(wire(4), 9_600, true)).toEqual([1, 3]);
    expect(pico.output).toContain("b'\\x01\\x03'");
    const upright = wire(12).map(({ nanos, level }): WireChange => {
      return { nanos, level: level === "1" ? "0" : "1" };
    });
    expect(uartBytes(upright, 19_200)).toEqual([81]);
  });

  test("UART: what a test sends is on the receive pin, at the speed of the line", () => {
    const { pico, until, ended } = started(
      `u = UART(1, 38400, tx=Pin(8), rx=Pin(9)); print("ready")
while u.any() < 3: pass
print(u.read())`,
    );
    until("ready");
    pico.uartSend(1, "abc");
    const wire = ended();
    expect(pico.output).toContain("b'abc'");
    expect(uartBytes(wire(9), 38_400)).toEqual([97, 98, 99]);
  });

  test("PWM: 1 kHz with a quarter of it high, to the cycle that the registers say", () => {
    const { pico, ended } = started(
      `p = PWM(Pin(15), freq=1000, duty_u16=16384); time.sleep_ms(1)
base = 0x40050000 + 7 * 0x14
print("registers", mem32[base + 4], mem32[base + 16], mem32[base + 12] >> 16)
time.sleep_ms(20)`,
    );
    const wire = ended();
    const [, div = 0, top = 0, compare = 0] =
      /registers (\d+) (\d+) (\d+)/.exec(pico.output)?.map(Number) ?? [];
    const rises = edgesTo(wire(15), "1").slice(2, 20);
    const falls = edgesTo(wire(15), "0", rises[0]).slice(0, rises.length);
    // The counter's ticks are at whole cycles, cut down from those of the divider.
    const cycles = (ticks: number): number => (ticks * div) / 16;
    expect(rises.length).toBe(18);
    rises.forEach((rise, period) => {
      const high = (falls[period]! - rise) / CYCLE;
      const since = (rise - rises[0]!) / CYCLE;
      expect(Math.abs(high - cycles(compare))).toBeLessThan(1.1);
      expect(Math.abs(since - cycles(period * (top + 1)))).toBeLessThan(1.1);
    });
    expect(cycles(top + 1) * CYCLE).toBeCloseTo(1e6, -2);
    expect(compare / (top + 1)).toBeCloseTo(0.25, 3);
  });

  test("PWM: phase-correct, inverted, new values at the wrap, and a slice that counts pulses", () => {
    const { pico, until, ended } = started(
      `Pin(2, Pin.ALT, alt=4); Pin(3, Pin.ALT, alt=4); Pin(5, Pin.ALT, alt=4)
base = 0x40050000
mem32[base + 0x14 + 0x10] = 999; mem32[base + 0x14 + 0x0c] = 250 | 100 << 16; mem32[base + 0x14] = 0b1011
time.sleep_us(100)
mem32[base + 0x14 + 0x0c] = 500
time.sleep_us(100)
mem32[base + 0x28] = 2 << 4 | 1
print("counts"); time.sleep_ms(5)
print("counted", mem32[base + 0x28 + 8])`,
    );
    until("counts");
    for (let pulse = 0; pulse < 5; pulse++) {
      pico.pin(5).drive(1);
      pico.advance(0.1);
      pico.pin(5).drive(0);
      pico.advance(0.1);
    }
    const wire = ended();
    expect(pico.output).toContain("counted 5\r\n");
    const rises = edgesTo(wire(2), "1");
    const highs = rises
      .slice(1, -1)
      .map((rise) => (edgesTo(wire(2), "0", rise)[0]! - rise) / CYCLE);
    // Twice the compare value in a period of 2000, in the middle of which the counter wraps.
    expect([...new Set(highs)]).toEqual([500, 750, 1000]);
    const periods = rises.slice(2, 6).map((rise, index) => (rise - rises[index + 1]!) / CYCLE);
    expect([...new Set(periods)]).toEqual([2000]);
    const lows = edgesTo(wire(3), "0").slice(1, 4);
    expect(lows.map((low) => (edgesTo(wire(3), "1", low)[0]! - low) / CYCLE)).toEqual([
      200, 200, 200,
    ]);
  });

  test("PWM that nobody watches takes no time, however fast, and can be read back", () => {
    const program = `import time
from machine import PWM, Pin
p = PWM(Pin(15), freq=10_000_000, duty_u16=32768); time.sleep_ms(2000)
print(0 < sum(Pin(15).value() for i in range(100)) < 100)
print("done")
`;
    const pico = createPico({ firmware: bin, files: { "main.py": program } });
    const began = performance.now();
    pico.advanceUntil(() => pico.output.includes("done"), 3_000);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(pico.output).toContain("True\r\ndone");
    pico.pin(15);
    pico.advance(0.01);
    // 125 MHz by 10 MHz is no whole number: the period has 13 cycles, and two edges.
    expect(pico.pin(15).edges.length).toBe(Math.floor(10_000 / (13 * CYCLE)) * 2);
  });

  test("SPI: each byte at the edges of its clock, in all four modes, and what comes back", () => {
    const { pico, ended } = started(
      `inputs = []
for polarity, phase in ((0, 0), (0, 1), (1, 0), (1, 1)):
    s = SPI(0, 1_000_000, polarity=polarity, phase=phase, sck=Pin(2), mosi=Pin(3), miso=Pin(4))
    time.sleep_us(100)
    got = bytearray(2); s.write_readinto(b"\\xa5\\x3c", got); inputs.append(bytes(got))
    big = bytearray(64); s.write_readinto(bytes(range(64)), big); inputs.append(bytes(big) == bytes(range(64)))
print(inputs)`,
    );
    // A wire from MOSI to MISO.
    pico.pin(3).onChange(({ level }) => pico.pin(4).drive(level));
    const wire = ended();
    expect(pico.output).toContain(`[${Array(4).fill("b'\\xa5<', True").join(", ")}]`);
    const transfers = transfersOf(wire(2)).filter(({ length }) => length === 32);
    const modes = ["rising", "falling", "falling", "rising"];
    expect(transfers).toHaveLength(modes.length);
    transfers.forEach((edges, mode) => {
      const sampled = edges.filter(({ level }) => level === (modes[mode] === "rising" ? "1" : "0"));
      const bits = sampled.map(({ nanos }) => levelAt(wire(3), nanos - 250));
      expect(bits.join("")).toBe("1010010100111100");
      const gaps = sampled.slice(1, 8).map(({ nanos }, bit) => nanos - sampled[bit]!.nanos);
      expect(gaps).toEqual(Array(7).fill(1000));
    });
  });

  test("I2C: start, address, refusal and stop on two open-drain lines; a device that answers", () => {
    const { pico, ended } = started(
      `bus = I2C(1, scl=Pin(7), sda=Pin(6), freq=100_000)
time.sleep_us(50)
try: bus.writeto(0x3c, b"ab")
except OSError as error: print("error", error.errno)
time.sleep_ms(1)
print("sent", bus.writeto(0x21, b"\\x5a"), bus.readfrom(0x21, 2))`,
    );
    const device = wiredDevice(pico, 0x21, [0x12, 0xfe]);
    const wire = ended();
    expect(pico.output).toContain("error 5\r\nsent 1 b'\\x12\\xfe'");
    expect(device.received).toEqual([0x5a]);
    const [sda, scl] = [wire(6), wire(7)];
    const rises = edgesTo(scl, "1");
    const begin = edgesTo(sda, "0").find((nanos) => nanos > rises[0]! + 40_000)!;
    expect(levelAt(scl, begin)).toBe(1);
    const clocks = rises.filter((nanos) => nanos > begin).slice(0, 9);
    const bits = clocks.map((nanos) => levelAt(sda, nanos + 100));
    expect(bits.slice(0, 8).reduce<number>((byte, bit) => (byte << 1) | bit, 0)).toBe(0x3c << 1);
    expect(bits[8]).toBe(1);
    // 625 and 625 counts are asked for; the spike filter and the edges lengthen them (datasheet, 4.3.14.1).
    const period = clocks[1]! - clocks[0]!;
    expect(period).toBeGreaterThan(10_000);
    expect(period).toBeLessThan(10_600);
    const stop = edgesTo(sda, "1").find((nanos) => nanos > clocks[8]! + period / 2)!;
    expect(levelAt(scl, stop)).toBe(1);
  });
});

/** The edges of a clock, parted by pauses longer than those between two bytes. */
function transfersOf(clock: readonly WireChange[]): WireChange[][] {
  const transfers: WireChange[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const edge of clock) {
    if (edge.nanos - last > 20_000) transfers.push([]);
    transfers.at(-1)!.push(edge);
    last = edge.nanos;
  }
  return transfers;
}

/** An I2C device on GP6 and GP7, made of nothing but its pins: it keeps what is written and gives bytes. */
function wiredDevice(pico: VirtualPico, address: number, gives: readonly number[]) {
  const [sda, scl] = [pico.pin(6), pico.pin(7)];
  const received: number[] = [];
  let bit = -1;
  let byte = 0;
  let state: "off" | "address" | "receives" | "gives" = "off";
  let given = 0;
  sda.onChange(({ level }) => {
    if (scl.level === 0) return;
    // Data changes under a high clock: start or stop.
    state = level === 0 ? "address" : "off";
    bit = -1;
    byte = 0;
  });
  scl.onChange(({ level }) => {
    if (state === "off") return;
    if (level === 1) {
      if (bit < 8) byte = ((byte << 1) | sda.level) & 0xff;
      else if (state === "gives" && sda.level === 1) state = "off";
      return;
    }
    bit = bit === 8 ? 0 : bit + 1;
    sda.release();
    if (bit === 8) acknowledge();
    else if (state === "gives" && ((gives[given]! >> (7 - bit)) & 1) === 0) sda.drive(0);
    if (bit === 8 && state === "gives") given += 1;
  });
  const acknowledge = (): void => {
    if (state === "address") {
      if (byte >> 1 !== address) state = "off";
      else {
        sda.drive(0);
        state = (byte & 1) === 1 ? "gives" : "receives";
        given = state === "gives" ? -1 : 0;
      }
    } else if (state === "receives") {
      received.push(byte);
      sda.drive(0);
    }
    byte = 0;
  };
  return { received };
}
