import { createBootRom } from "./bootRom/bootRom.ts";
import type { BootRom } from "./bootRom/contract.ts";
import { Chip, type ChipEnd } from "./chip.ts";
import { ChipClock } from "./chipClock.ts";
import type { FaultReport } from "./core/coreFault.ts";
import type { Firmware } from "./firmware/readFirmware.ts";
import { FLASH_SIZE } from "./flashDevice.ts";
import { coldWatchdog } from "./peripherals/watchdog.ts";
import { PicoPins } from "./picoPins.ts";
import { PicoSerial } from "./picoSerial.ts";

const ERASED = 0xff;
const MILLI = 1e6;
/** From the end of a reset to the boot ROM: the power-on state machine and the crystal. */
const RESET_NANOS = 1e6;

export interface PicoOptions {
  readonly firmware: Firmware;
  /** A flash image of 2 MiB from an earlier run; the firmware is written over its part of it. */
  readonly flash?: Uint8Array;
  /** What `machine.unique_id()` gives. */
  readonly uniqueId?: Uint8Array;
  /** Seed of the ring oscillator's random bits: the same seed, the same run. */
  readonly randomSeed?: number;
}

export type PicoState = "off" | "running" | "boot loader" | "locked up";

/** A Pico that stopped for good: nothing but a new start brings it back. */
export class PicoLockedUp extends Error {
  readonly fault: FaultReport;

  constructor(fault: FaultReport) {
    super(`core ${fault.core} locked up at 0x${fault.programCounter.toString(16)}: ${fault.kind}`);
    this.fault = fault;
  }
}

/**
 * A Raspberry Pi Pico that runs real firmware: chip, flash, pins and the USB cable.
 *
 * Its time stands still until `advance` moves it, so a run is the same each time. It is not in
 * step with any clock on the wall; `PicoRunner` does that.
 */
export class Pico {
  readonly clock = new ChipClock();
  readonly flash: Uint8Array;
  readonly pins: PicoPins;
  readonly serial: PicoSerial;
  /** Volts on the four ADC pins, GPIO26 to GPIO29, and of the temperature sensor. */
  readonly adcVolts: number[] = [0, 0, 0, 0, 0.706];
  /** Called for each byte that the program sends on a UART. */
  onUartByte: (uart: 0 | 1, byte: number) => void = () => {};
  /** Called after each start of the chip: the power coming on, or a reset. */
  onStart: () => void = () => {};
  /** Called before each erase of a sector and each program of a page; what it throws, `advance` throws. */
  onFlashOperation: () => void = () => {};
  private readonly rom: BootRom = createBootRom();
  private readonly uniqueId: Uint8Array;
  private readonly randomSeed: number;
  private watchdog = coldWatchdog();
  private current: Chip | undefined;
  private stopped: PicoState = "off";

  constructor(options: PicoOptions) {
    this.flash = options.flash ?? new Uint8Array(FLASH_SIZE).fill(ERASED);
    this.flash.set(options.firmware.image);
    this.uniqueId = options.uniqueId ?? Uint8Array.of(0xe6, 0x61, 0x64, 0, 0, 0, 0, 1);
    this.randomSeed = options.randomSeed ?? 1;
    this.pins = new PicoPins(() => this.clock.nanos);
    this.serial = new PicoSerial();
  }

  get state(): PicoState {
    return this.current === undefined ? this.stopped : "running";
  }

  /** Emulated nanoseconds since the first start. */
  get nanos(): number {
    return this.clock.nanos;
  }

  /** The chip as it runs now; a reset makes another. */
  get chip(): Chip | undefined {
    return this.current;
  }

  powerOn(): void {
    if (this.current === undefined) this.start(true);
  }

  /** Cuts the power: what is not in the flash is gone. */
  powerOff(): void {
    this.stop("off");
    this.watchdog = coldWatchdog();
  }

  /** The RUN pin: the chip starts anew, as after power came on. */
  reset(): void {
    this.powerOff();
    this.powerOn();
  }

  /** Lets emulated time pass, over resets. Throws `PicoLockedUp`. */
  advance(milliseconds: number): void {
    this.advanceTo(this.clock.nanos + milliseconds * MILLI);
  }

  advanceTo(nanos: number): void {
    while (this.clock.nanos < nanos) {
      if (this.current === undefined) {
        this.clock.advanceTo(nanos);
        return;
      }
      this.current.advanceTo(nanos);
      if (this.current.end !== undefined) this.handleEnd(this.current.end);
    }
  }

  /** Lets the cores compute until the given time, or until both sleep. */
  computeUntil(nanos: number): void {
    this.current?.advanceTo(nanos, true);
    if (this.current?.end !== undefined) this.handleEnd(this.current.end);
  }

  /** Advances until `done` is true, looked at after each step; false if the time is over. */
  advanceUntil(done: () => boolean, milliseconds: number, stepMilliseconds = 1): boolean {
    const last = this.clock.nanos + milliseconds * MILLI;
    while (!done()) {
      if (this.clock.nanos >= last) return false;
      this.advanceTo(Math.min(last, this.clock.nanos + stepMilliseconds * MILLI));
    }
    return true;
  }

  /** Sends a byte to the program's UART. */
  feedUart(uart: 0 | 1, byte: number): void {
    this.current?.uarts[uart].feed(byte);
  }

  private handleEnd(end: ChipEnd): void {
    switch (end.kind) {
      case "reset":
        this.stop("off");
        this.clock.advanceTo(this.clock.nanos + RESET_NANOS);
        this.start(false);
        return;
      case "boot loader":
        this.stop("boot loader");
        return;
      case "lock-up":
        this.stop("locked up");
        throw new PicoLockedUp(end.fault);
    }
  }

  private start(coldStart: boolean): void {
    const chip = new Chip({
      clock: this.clock,
      rom: this.rom,
      flash: this.flash,
      uniqueId: this.uniqueId,
      watchdog: this.watchdog,
      coldStart,
      randomSeed: this.randomSeed,
      onFlashOperation: () => this.onFlashOperation(),
    });
    this.current = chip;
    this.pins.attach(chip);
    this.serial.attach(chip.usb);
    chip.adc.onADCRead = (channel) => {
      chip.adc.currentChannel = channel;
      chip.adc.channelValues[channel] = adcCounts(this.adcVolts[channel] ?? 0);
      chip.adc.sampleAlarm.schedule(chip.adc.sampleTime * 1000);
    };
    for (const uart of [0, 1] as const) {
      chip.uarts[uart].onByte = (byte) => this.onUartByte(uart, byte);
    }
    this.onStart();
  }

  private stop(state: PicoState): void {
    this.current = undefined;
    this.stopped = state;
    this.clock.forgetAlarms();
    this.serial.detach();
    this.pins.detach();
  }
}

/** A 12-bit converter against 3.3 V. */
function adcCounts(volts: number): number {
  return Math.max(0, Math.min(4095, Math.round((volts / 3.3) * 4095)));
}
