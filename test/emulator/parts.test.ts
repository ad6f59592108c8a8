import { RP2040 } from "rp2040js";
import { describe, expect, test } from "vitest";
import { ChipClock } from "../../compiler/simulate/rp2040/chipClock.ts";
import { FlashDevice } from "../../compiler/simulate/rp2040/flashDevice.ts";
import { CoreMailbox } from "../../compiler/simulate/rp2040/mailbox.ts";
import { MicrosecondTimer } from "../../compiler/simulate/rp2040/peripherals/microsecondTimer.ts";
import { Uart } from "../../compiler/simulate/rp2040/peripherals/uart.ts";
import { coldWatchdog, Watchdog } from "../../compiler/simulate/rp2040/peripherals/watchdog.ts";
import { SioDivider } from "../../compiler/simulate/rp2040/sioDivider.ts";

const chip = new RP2040();

describe("the divider", () => {
  const divide = (kind: "signed" | "unsigned", a: number, b: number): [number, number] => {
    const divider = new SioDivider();
    divider.writeUint32(kind === "signed" ? 0x68 : 0x60, a >>> 0);
    divider.writeUint32(kind === "signed" ? 0x6c : 0x64, b >>> 0);
    return [divider.readUint32(0x70) | 0, divider.readUint32(0x74) | 0];
  };

  test("rounds towards zero, the remainder has the sign of the dividend", () => {
    expect(divide("signed", 7, -2)).toEqual([-3, 1]);
    expect(divide("signed", -7, 2)).toEqual([-3, -1]);
    expect(divide("unsigned", -7, 2)).toEqual([0x7ffffffc, 1]);
    expect(divide("signed", -0x80000000, -1)).toEqual([-0x80000000, 0]);
  });

  test("by zero it answers as the data sheet says", () => {
    expect(divide("unsigned", 5, 0)).toEqual([-1, 5]);
    expect(divide("signed", 5, 0)).toEqual([-1, 5]);
    expect(divide("signed", -5, 0)).toEqual([1, -5]);
  });

  test("is dirty from a write to the reading of the quotient", () => {
    const divider = new SioDivider();
    expect(divider.readUint32(0x78)).toBe(1);
    divider.writeUint32(0x60, 1);
    expect(divider.readUint32(0x78)).toBe(3);
    divider.readUint32(0x70);
    expect(divider.readUint32(0x78)).toBe(1);
  });
});

describe("the mailboxes of the cores", () => {
  function pair() {
    const levels = [false, false];
    const first = new CoreMailbox((level) => {
      levels[0] = level;
    });
    const second = new CoreMailbox((level) => {
      levels[1] = level;
    });
    CoreMailbox.connect(first, second);
    return { first, second, levels };
  }

  test("hold eight words in order, and the ninth is an error", () => {
    const { first, second, levels } = pair();
    for (let word = 1; word <= 8; word++) first.write(word);
    expect([first.status & 2, levels]).toEqual([0, [false, true]]);
    first.write(9);
    expect(first.status & 4).toBe(4);
    expect(Array.from({ length: 8 }, () => second.read())).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect([second.status & 1, levels[1]]).toEqual([0, false]);
  });

  test("reading an empty one is an error until it is cleared", () => {
    const { first, levels } = pair();
    first.read();
    expect([first.status & 8, levels[0]]).toEqual([8, true]);
    first.clearErrors();
    expect([first.status & 8, levels[0]]).toEqual([0, false]);
  });
});

describe("the flash", () => {
  test("programs bits from 1 to 0 only, erases whole sectors, and takes its time", () => {
    let nanos = 0;
    const flash = new FlashDevice(new Uint8Array(8192).fill(0xff), (spent) => {
      nanos += spent;
    });
    flash.programPage(256, new Uint8Array(256).fill(0xf0));
    flash.programPage(256, new Uint8Array(256).fill(0x3c));
    expect([flash.bytes[255], flash.bytes[256], flash.bytes[512]]).toEqual([0xff, 0x30, 0xff]);
    expect(nanos).toBe(0.8e6);
    flash.eraseSector(0);
    expect([flash.bytes[256], nanos]).toEqual([0xff, 45.8e6]);
  });

  test("takes the sector of an offset, goes on at the beginning of a page, and has no end", () => {
    const flash = new FlashDevice(new Uint8Array(8192).fill(0), () => {});
    flash.eraseSector(8192 + 4096 + 100);
    expect([flash.bytes[4095], flash.bytes[4096], flash.bytes[8191]]).toEqual([0, 0xff, 0xff]);
    flash.programPage(
      4096 + 250,
      Uint8Array.from({ length: 256 }, (_, index) => index),
    );
    expect([250, 255, 0, 249, 256].map((at) => flash.bytes[4096 + at])).toEqual([
      0, 5, 6, 255, 0xff,
    ]);
  });
});

describe("the microsecond timer", () => {
  const [ALARM1, ARMED, RAW, INTR, INTE, PAUSE] = [0x14, 0x20, 0x28, 0x34, 0x38, 0x30];
  function timerAt(nanos: number) {
    const clock = new ChipClock();
    const rung: number[] = [];
    const timer = new MicrosecondTimer(chip, clock, (alarm, level) => {
      if (level) rung.push(alarm, clock.nanos);
    });
    clock.advanceTo(nanos);
    return { clock, timer, rung };
  }

  test("an alarm rings at its microsecond, not before, from within another", () => {
    const { clock, timer, rung } = timerAt(1_500_700);
    timer.writeUint32(INTE, 2);
    timer.writeUint32(ALARM1, 1_600);
    expect(timer.readUint32(ARMED)).toBe(2);
    clock.advanceTo(1_599_999);
    expect(rung).toEqual([]);
    clock.advanceTo(1_700_000);
    expect(rung).toEqual([1, 1_600_000]);
    expect(timer.readUint32(ARMED)).toBe(0);
    timer.writeUint32Atomic(INTR, 2, 0);
    expect(timer.readUint32(INTR)).toBe(0);
  });

  test("one that is written off does not ring", () => {
    const { clock, timer, rung } = timerAt(0);
    timer.writeUint32(INTE, 2);
    timer.writeUint32(ALARM1, 10);
    timer.writeUint32Atomic(ARMED, 2, 0);
    clock.advanceTo(1e9);
    expect(rung).toEqual([]);
  });

  test("a paused timer stands still, and goes on where it was", () => {
    const { clock, timer } = timerAt(5_000);
    timer.writeUint32(PAUSE, 1);
    clock.advanceTo(95_000);
    expect(timer.readUint32(RAW)).toBe(5);
    timer.writeUint32(PAUSE, 0);
    clock.advanceTo(96_000);
    expect(timer.readUint32(RAW)).toBe(6);
  });
});

describe("the watchdog", () => {
  const [CTRL, LOAD, REASON, SCRATCH4] = [0x00, 0x04, 0x08, 0x1c];
  test("resets when it is not fed, with half a microsecond a count; scratch outlives it", () => {
    const clock = new ChipClock();
    const memory = coldWatchdog();
    const resets: number[] = [];
    const watchdog = new Watchdog(chip, clock, memory, () => resets.push(clock.nanos));
    watchdog.writeUint32(SCRATCH4, 0xabcd);
    watchdog.writeUint32(LOAD, 2_000);
    watchdog.writeUint32(CTRL, 1 << 30);
    clock.advanceTo(900_000);
    watchdog.writeUint32(LOAD, 2_000);
    clock.advanceTo(5_000_000);
    expect(resets).toEqual([1_900_000]);
    const after = new Watchdog(chip, clock, memory, () => {});
    expect([after.readUint32(REASON), after.readUint32(SCRATCH4)]).toEqual([1, 0xabcd]);
  });

  test("a forced reset has the other reason", () => {
    const memory = coldWatchdog();
    const watchdog = new Watchdog(chip, new ChipClock(), memory, () => {});
    watchdog.writeUint32(CTRL, (1 << 31) >>> 0);
    expect(memory.reason).toBe(2);
  });
});

describe("a UART", () => {
  const [DR, FR, IBRD, FBRD, LCR_H, CR, IMSC, ICR] = [0, 0x18, 0x24, 0x28, 0x2c, 0x30, 0x38, 0x44];
  const BYTE_NANOS = 86_805;
  function uart() {
    const clock = new ChipClock();
    const interrupts: boolean[] = [];
    const made: Uart = new Uart(
      0,
      {
        rp2040: chip,
        onInterrupt: (_uart, level) => {
          if (interrupts.at(-1) !== level) interrupts.push(level);
        },
        onDataRequest: () => {},
        driveReceivePins: (_uart, level) => made.inputChanged(level),
      },
      clock,
    );
    // 115200 baud of 125 MHz: 67 and 52/64; eight data bits, FIFOs.
    const settings = [IBRD, 67, FBRD, 52, LCR_H, 0x70, CR, 0x301] as const;
    for (let at = 0; at < settings.length; at += 2)
      made.writeUint32(settings[at]!, settings[at + 1]!);
    return { clock, made, interrupts };
  }

  test("sends a byte in ten bit times, and is busy until then", () => {
    const { clock, made } = uart();
    const sent: [number, number][] = [];
    made.onByte = (byte) => sent.push([byte, Math.round(clock.nanos / BYTE_NANOS)]);
    made.writeUint32(DR, 65);
    made.writeUint32(DR, 66);
    expect(made.readUint32(FR) & 8).toBe(8);
    clock.advanceTo(1e9);
    expect(sent).toEqual([
      [65, 1],
      [66, 2],
    ]);
    expect(made.readUint32(FR) & 0x88).toBe(0x80);
  });

  test("its transmit interrupt comes when the FIFO drains to the mark, and goes when it is cleared", () => {
    const { clock, made, interrupts } = uart();
    made.writeUint32(IMSC, 0x20);
    for (let byte = 0; byte < 20; byte++) made.writeUint32(DR, byte);
    expect(interrupts).toEqual([false]);
    clock.advanceTo(4 * BYTE_NANOS);
    expect(interrupts).toEqual([false, true]);
    made.writeUint32Atomic(ICR, 0x20, 0);
    clock.advanceTo(1e9);
    expect(interrupts).toEqual([false, true, false]);
  });

  test("what arrives is read in order; a little is reported after a silence", () => {
    const { clock, made, interrupts } = uart();
    made.writeUint32(IMSC, 0x50);
    for (const byte of [1, 2, 3]) made.feed(byte);
    clock.advanceTo(3.5 * BYTE_NANOS);
    expect(interrupts).toEqual([false]);
    clock.advanceTo(8 * BYTE_NANOS);
    expect(interrupts).toEqual([false, true]);
    expect([made.readUint32(DR), made.readUint32(DR), made.readUint32(DR)]).toEqual([1, 2, 3]);
    expect(interrupts).toEqual([false, true, false]);
  });
});
