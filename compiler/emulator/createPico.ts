import { fileMissing } from "../diagnostics/catalogue/emulator.ts";
import type { Firmware } from "../simulate/rp2040/firmware/readFirmware.ts";
import { readLittleFs } from "../simulate/rp2040/littlefs/readLittleFs.ts";
import { Pico } from "../simulate/rp2040/pico.ts";
import type { PinState } from "../simulate/rp2040/pinLevels.ts";
import { type BoardProgram, filesOfProgram } from "./boardProgram.ts";
import { EmulatorError } from "./emulatorError.ts";
import { readFlashImage, wholeFlash } from "./flashImage.ts";
import { findFirmware, loadFirmware, parseFirmware } from "./loadFirmware.ts";
import { flashWithFiles } from "./picoFiles.ts";
import { bootPico, explainingLockUp } from "./startPico.ts";
import { Waveform } from "./waveform.ts";

/** What is on a board's file system: text or bytes by path. */
export type BoardFiles = Readonly<Record<string, string | Uint8Array>>;

export interface CreatePicoOptions {
  /** A `.uf2` or `.bin`; by default that of `flash`, else what `TSMP_FIRMWARE` names, else what was fetched before. */
  readonly firmware?: string | Uint8Array;
  /** The flash of an earlier run: its bytes, or a file with them. */
  readonly flash?: string | Uint8Array;
  /** Files to write before the board starts, such as those of a build, with a `main.py`. */
  readonly files?: BoardFiles;
  /** A program to write before the board starts: what `compileProject` gives. */
  readonly program?: BoardProgram;
  /** `false` leaves the board without power: call `powerOn()`. */
  readonly powerOn?: boolean;
}

/** The ADC's own input. */
const TEMPERATURE = 4;

/** A change of a pin: its level from this time on, in microseconds since the start. */
export interface PinEdge {
  readonly micros: number;
  readonly level: 0 | 1;
}

/**
 * A Pico that runs real MicroPython, for tests. Its time stands still until `advance` moves it:
 *
 *     const pico = createPico({ files: { "main.py": "..." } });
 *     pico.advance(1000);
 *     expect(pico.pin(25).edges).toHaveLength(2);
 *
 * Throws `EmulatorError` for files with which no Pico starts, and where the firmware locks up.
 */
export function createPico(options: CreatePicoOptions = {}): VirtualPico {
  let flash = flashOf(options.flash);
  const firmware = firmwareOf(options.firmware, flash);
  const files = options.program === undefined ? new Map() : filesOfProgram(options.program);
  for (const [path, content] of Object.entries(options.files ?? {})) {
    files.set(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
  }
  if (files.size > 0) flash = flashWithFiles(firmware, flash?.slice(), files);
  const board = new VirtualPico(firmware, flash);
  if (options.powerOn !== false) board.powerOn();
  return board;
}

function flashOf(given: string | Uint8Array | undefined): Uint8Array | undefined {
  if (given === undefined) return undefined;
  return typeof given === "string"
    ? readFlashImage(given)
    : wholeFlash(given, "given to createPico");
}

/** That of a flash is taken where none is named. */
function firmwareOf(
  given: string | Uint8Array | undefined,
  flash: Uint8Array | undefined,
): Firmware {
  if (given instanceof Uint8Array) return parseFirmware(given, "firmware");
  if (given === undefined && flash !== undefined) return parseFirmware(flash, "the flash");
  return loadFirmware(given ?? findFirmware());
}

export class VirtualPico {
  /** All that the program printed to the serial line. */
  output = "";
  private readonly pico: Pico;
  private readonly pins = new Map<number, VirtualPin>();
  private readonly uartOutput: [number[], number[]] = [[], []];
  private readonly decoder = new TextDecoder();

  /** Use `createPico`. */
  constructor(firmware: Firmware, flash: Uint8Array | undefined) {
    this.pico = new Pico(flash === undefined ? { firmware } : { firmware, flash: flash.slice() });
    this.pico.serial.onData = (data) => {
      this.output += this.decoder.decode(data, { stream: true });
    };
    this.pico.onUartByte = (uart, byte) => this.uartOutput[uart].push(byte);
    this.pico.serial.open();
  }

  /** Microseconds that the board has had since its first start. */
  get micros(): number {
    return Math.floor(this.pico.nanos / 1000);
  }

  get state(): Pico["state"] {
    return this.pico.state;
  }

  /** The two mebibytes of its flash, as they are now. */
  get flash(): Uint8Array {
    return this.pico.flash.slice();
  }

  powerOn(): void {
    explainingLockUp(() => this.pico.powerOn());
  }

  /** Cuts the power; only the flash stays. */
  powerOff(): void {
    this.pico.powerOff();
  }

  /**
   * Cuts the power before the given erase or program of the flash from now on, 1 being the next:
   * what a program or a deploy leaves behind can be seen then.
   */
  cutPowerAfterFlashOperations(count: number): void {
    let left = count;
    this.pico.onFlashOperation = () => {
      left -= 1;
      if (left === 0) throw new PowerCut();
    };
  }

  /** As the RUN pin does. */
  reset(): void {
    this.pico.reset();
  }

  /** Starts the board and runs it until its serial line is there. */
  boot(): void {
    bootPico(this.pico);
  }

  /** Lets so many milliseconds pass on the board. */
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0)) throw new RangeError(`no time to advance by: ${milliseconds} ms`);
    this.run(() => this.pico.advance(milliseconds));
  }

  /** Lets time pass until `done` is true, looked at every millisecond; false if the time is over. */
  advanceUntil(done: () => boolean, milliseconds: number): boolean {
    return this.run(() => this.pico.advanceUntil(done, milliseconds)) ?? done();
  }

  /** Sends text to the serial line, as someone who types. */
  type(text: string): void {
    this.pico.serial.write(new TextEncoder().encode(text));
  }

  /** GP0 to GP28, and GP29. */
  pin(number: number): VirtualPin {
    let pin = this.pins.get(number);
    if (pin === undefined) {
      pin = new VirtualPin(this.pico, number);
      this.pins.set(number, pin);
    }
    return pin;
  }

  /** Puts a voltage on an ADC pin: 26 to 29, or the temperature sensor, 4. */
  setVoltage(pin: number, volts: number): void {
    const channel = pin >= 26 ? pin - 26 : pin;
    if (![0, 1, 2, 3, TEMPERATURE].includes(channel)) {
      throw new RangeError(`the ADC has GP26 to GP29, and 4 for the temperature, not ${pin}`);
    }
    this.pico.adcVolts[channel] = volts;
  }

  /** What the program sent on a UART. */
  uartReceived(uart: 0 | 1): Uint8Array {
    return Uint8Array.from(this.uartOutput[uart]);
  }

  /** Sends bytes to the program's UART. */
  uartSend(uart: 0 | 1, bytes: Uint8Array | string): void {
    if (this.uartOutput[uart] === undefined)
      throw new RangeError(`a Pico has UART 0 and 1, not ${uart}`);
    const data = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
    for (const byte of data) this.pico.feedUart(uart, byte);
  }

  /** Reads a file of the board's flash as it is now; the program does not notice. */
  readFile(path: string): Uint8Array {
    const content = this.files.get(path.replace(/^\//, ""));
    if (content === undefined) throw new EmulatorError(fileMissing(path));
    return content;
  }

  /** The paths of all files on the board's flash, sorted. */
  listFiles(): string[] {
    return [...this.files.keys()].sort();
  }

  private get files(): Map<string, Uint8Array> {
    return readLittleFs(this.pico.flash) ?? new Map();
  }

  private run<T>(work: () => T): T | undefined {
    try {
      return explainingLockUp(work);
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      this.pico.onFlashOperation = () => {};
      this.pico.powerOff();
      return undefined;
    }
  }

  /** Writes pin changes from now on as a value change dump; call what it returns at the end. */
  recordWaveform(write: (text: string) => void): () => void {
    const waveform = new Waveform(this.pico, write);
    return () => waveform.close();
  }
}

class PowerCut extends Error {}

export class VirtualPin {
  /** All changes of its level so far, since `pin()` first asked for it. */
  readonly edges: PinEdge[] = [];
  private readonly pico: Pico;
  private readonly number: number;

  constructor(pico: Pico, number: number) {
    if (!Number.isInteger(number) || number < 0 || number > 29) {
      throw new RangeError(`a Pico has GP0 to GP29, not GP${number}`);
    }
    this.pico = pico;
    this.number = number;
    let { level } = pico.pins.state(number);
    this.onChange((state, micros) => {
      if (state.level === level) return;
      level = state.level;
      this.edges.push({ micros, level });
    });
  }

  get level(): 0 | 1 {
    return this.pico.pins.state(this.number).level;
  }

  /** Whether the program drives it. */
  get driven(): boolean {
    return this.pico.pins.state(this.number).driven;
  }

  /** Connects it to ground, as a button does that the program has given a pull-up. */
  press(): void {
    this.drive(0);
  }

  /** Connects it to nothing. */
  release(): void {
    this.pico.pins.connect(this.number, undefined);
  }

  /** Connects it to high or low. */
  drive(level: 0 | 1): void {
    this.pico.pins.connect(this.number, level);
  }

  /** Calls back at each change; returns what ends it. */
  onChange(listener: (state: PinState, micros: number) => void): () => void {
    return this.pico.pins.onChange(
      (_pin, state, nanos) => listener(state, Math.floor(nanos / 1000)),
      this.number,
    );
  }
}
