import { BasePeripheral, type RP2040 } from "rp2040js";
import type { ChipAlarm, ChipClock } from "../chipClock.ts";
import { InputTrace } from "../outputs/inputTrace.ts";
import { Wave, type WaveStep } from "../outputs/wave.ts";

/** Registers of the PL022 (RP2040 datasheet, 4.4.4). */
const SSPCR0 = 0x00;
const SSPCR1 = 0x04;
const SSPDR = 0x08;
const SSPSR = 0x0c;
const SSPCPSR = 0x10;
const SSPIMSC = 0x14;
const SSPRIS = 0x18;
const SSPMIS = 0x1c;
const SSPICR = 0x20;
const SSPDMACR = 0x24;
/** PL022: PERIPHID0 to 3 and PCELLID0 to 3. */
const FIRST_ID = 0xfe0;
const IDENTITY = [0x22, 0x10, 0x34, 0x00, 0x0d, 0xf0, 0x05, 0xb1];

const IDLES_HIGH = 1 << 6;
const SECOND_EDGE = 1 << 7;
const LOOP_BACK = 1 << 0;
const ENABLED = 1 << 1;
const SLAVE = 1 << 2;

const TRANSMIT_EMPTY = 1 << 0;
const TRANSMIT_NOT_FULL = 1 << 1;
const RECEIVE_NOT_EMPTY = 1 << 2;
const RECEIVE_FULL = 1 << 3;
const BUSY = 1 << 4;

const OVERRUN_INTERRUPT = 1 << 0;
const TIMEOUT_INTERRUPT = 1 << 1;
const RECEIVE_INTERRUPT = 1 << 2;
const TRANSMIT_INTERRUPT = 1 << 3;
const CLEARABLE = OVERRUN_INTERRUPT | TIMEOUT_INTERRUPT;

const FIFO_DEPTH = 8;
const TIMEOUT_BITS = 32;
/**
 * Half periods of the clock after the last edge of a word. With data on the first edge the select
 * line goes up for one period between two words (PL022 manual, 2.3.4); with data on the second
 * edge word follows word.
 */
const GAP_FIRST_EDGE = 3;
const GAP_SECOND_EDGE = 0;

export interface SpiSurroundings {
  onInterrupt(level: boolean): void;
  onDataRequest(ready: { transmit: boolean; receive: boolean }): void;
}

/**
 * An SPI controller as a master, with the time that its words take and the levels of its lines.
 *
 * The one of `rp2040js` sends a word in no time, and receives zeros.
 */
export class Spi extends BasePeripheral {
  readonly select = new Wave(1);
  readonly clock = new Wave(0);
  readonly transmit = new Wave(0);
  private readonly time: ChipClock;
  private readonly surroundings: SpiSurroundings;
  private readonly wordAlarm: ChipAlarm;
  private readonly timeoutAlarm: ChipAlarm;
  private readonly input = new InputTrace(0);
  private readonly transmitQueue: number[] = [];
  private readonly receiveQueue: number[] = [];
  private sending: { readonly word: number; readonly samples: readonly number[] } | undefined;
  private control0 = 0;
  private control1 = 0;
  private prescaler = 0;
  private mask = 0;
  private raw = 0;
  private dmaControl = 0;

  constructor(chip: RP2040, index: 0 | 1, time: ChipClock, surroundings: SpiSurroundings) {
    super(chip, `SPI${index}`);
    this.time = time;
    this.surroundings = surroundings;
    this.wordAlarm = time.createAlarm(() => this.finishWord());
    this.timeoutAlarm = time.createAlarm(() => {
      this.raw |= TIMEOUT_INTERRUPT;
      this.update();
    });
  }

  /** The level of the receive line. */
  inputChanged(level: 0 | 1): void {
    if (this.sending === undefined) this.input.begin(level);
    else this.input.change(this.time.nanos, level);
  }

  override readUint32(offset: number): number {
    if (offset >= FIRST_ID) return IDENTITY[(offset - FIRST_ID) >> 2] ?? 0;
    switch (offset) {
      case SSPCR0:
        return this.control0;
      case SSPCR1:
        return this.control1;
      case SSPDR:
        return this.read();
      case SSPSR:
        return this.status;
      case SSPCPSR:
        return this.prescaler;
      case SSPIMSC:
        return this.mask;
      case SSPRIS:
        return this.interrupts;
      case SSPMIS:
        return this.interrupts & this.mask;
      case SSPDMACR:
        return this.dmaControl;
      default:
        return 0;
    }
  }

  override writeUint32(offset: number, value: number): void {
    switch (offset) {
      case SSPCR0:
        this.control0 = value & 0xffff;
        if (this.sending === undefined) this.clock.hold(this.time.nanos, this.idleClock);
        return;
      case SSPCR1:
        this.control1 = value & 0xf;
        this.startWord();
        break;
      case SSPDR:
        if (this.transmitQueue.length < FIFO_DEPTH) this.transmitQueue.push(value & this.wordMask);
        this.startWord();
        break;
      case SSPCPSR:
        this.prescaler = value & 0xfe;
        return;
      case SSPIMSC:
        this.mask = value & 0xf;
        break;
      case SSPICR:
        this.raw &= ~(this.rawWriteValue & CLEARABLE);
        break;
      case SSPDMACR:
        this.dmaControl = value & 3;
        break;
      default:
        return;
    }
    this.update();
  }

  private get bits(): number {
    return (this.control0 & 15) + 1;
  }

  private get wordMask(): number {
    return (1 << this.bits) - 1;
  }

  private get idleClock(): 0 | 1 {
    return (this.control0 & IDLES_HIGH) !== 0 ? 1 : 0;
  }

  private get halfPeriod(): number {
    const rate = (this.control0 >> 8) & 0xff;
    return (this.prescaler * (1 + rate) * 1e9) / (2 * this.rp2040.clkPeri);
  }

  private get status(): number {
    const busy = this.sending !== undefined || this.transmitQueue.length > 0;
    return (
      (this.transmitQueue.length === 0 ? TRANSMIT_EMPTY : 0) |
      (this.transmitQueue.length < FIFO_DEPTH ? TRANSMIT_NOT_FULL : 0) |
      (this.receiveQueue.length > 0 ? RECEIVE_NOT_EMPTY : 0) |
      (this.receiveQueue.length === FIFO_DEPTH ? RECEIVE_FULL : 0) |
      (busy ? BUSY : 0)
    );
  }

  private get interrupts(): number {
    return (
      this.raw |
      (this.receiveQueue.length >= FIFO_DEPTH / 2 ? RECEIVE_INTERRUPT : 0) |
      (this.transmitQueue.length <= FIFO_DEPTH / 2 ? TRANSMIT_INTERRUPT : 0)
    );
  }

  private read(): number {
    const word = this.receiveQueue.shift() ?? 0;
    if (this.receiveQueue.length === 0) {
      this.raw &= ~TIMEOUT_INTERRUPT;
      this.timeoutAlarm.cancel();
    }
    this.update();
    return word;
  }

  private startWord(): void {
    const masters = (this.control1 & (ENABLED | SLAVE)) === ENABLED;
    if (this.sending !== undefined || !masters || this.prescaler === 0) return;
    const word = this.transmitQueue.shift();
    if (word === undefined) return;
    const { nanos } = this.time;
    const half = this.halfPeriod;
    const secondEdge = (this.control0 & SECOND_EDGE) !== 0;
    const first = Array.from({ length: this.bits }, (_, bit) => nanos + (2 * bit + 1) * half);
    const second = first.map((at) => at + half);
    this.sending = { word, samples: secondEdge ? second : first };
    this.input.begin();
    this.showWord(word, { nanos, first, second, changes: secondEdge ? first : [nanos, ...second] });
    const gap = secondEdge ? GAP_SECOND_EDGE : GAP_FIRST_EDGE;
    this.wordAlarm.scheduleAt(second.at(-1)! + gap * half);
  }

  private showWord(
    word: number,
    at: {
      readonly nanos: number;
      readonly first: readonly number[];
      readonly second: readonly number[];
      /** When each bit is put on the line, beginning with the most significant. */
      readonly changes: readonly number[];
    },
  ): void {
    const idle = this.idleClock;
    const edges = at.first.flatMap((nanos, bit): WaveStep[] => [
      { nanos, drive: idle === 0 ? 1 : 0 },
      { nanos: at.second[bit]!, drive: idle },
    ]);
    const levels = Array.from({ length: this.bits }, (_, bit): WaveStep => {
      const level = (word >> (this.bits - 1 - bit)) & 1;
      return { nanos: at.changes[bit]!, drive: level as 0 | 1 };
    });
    // Data is on its line when the edge of the clock comes.
    if (this.transmit.connected) this.transmit.play(at.nanos, levels);
    if (this.clock.connected) this.clock.play(at.nanos, edges);
    if (this.select.connected) this.select.play(at.nanos, this.selected(at));
  }

  private selected(at: { readonly nanos: number; readonly second: readonly number[] }): WaveStep[] {
    const begin: WaveStep = { nanos: at.nanos, drive: 0 };
    const goesOn = this.transmitQueue.length > 0 && (this.control0 & SECOND_EDGE) !== 0;
    return goesOn ? [begin] : [begin, { nanos: at.second.at(-1)! + this.halfPeriod, drive: 1 }];
  }

  private finishWord(): void {
    const { word, samples } = this.sending!;
    this.sending = undefined;
    let received = word;
    if ((this.control1 & LOOP_BACK) === 0) {
      received = samples.reduce((bits, nanos) => (bits << 1) | this.input.at(nanos), 0);
    }
    if (this.receiveQueue.length < FIFO_DEPTH) this.receiveQueue.push(received);
    else this.raw |= OVERRUN_INTERRUPT;
    this.timeoutAlarm.schedule(TIMEOUT_BITS * 2 * this.halfPeriod);
    this.startWord();
    this.update();
  }

  private update(): void {
    this.surroundings.onInterrupt((this.interrupts & this.mask) !== 0);
    this.surroundings.onDataRequest({
      transmit: this.transmitQueue.length < FIFO_DEPTH,
      receive: this.receiveQueue.length > 0,
    });
  }
}
