import { BasePeripheral } from "rp2040js";
import type { ChipAlarm, ChipClock } from "../chipClock.ts";
import { Wave } from "../outputs/wave.ts";
import type { UartChip } from "./uartChip.ts";
import { UartFormat } from "./uartFrame.ts";
import { BREAK_ERROR, FRAMING_ERROR, PARITY_ERROR, UartReceiver } from "./uartReceiver.ts";
import { UartSender } from "./uartSender.ts";

/** Registers of the PL011 (RP2040 datasheet, 4.2.8). */
const DR = 0x00;
const RSR = 0x04;
const FR = 0x18;
const IBRD = 0x24;
const FBRD = 0x28;
const LCR_H = 0x2c;
const CR = 0x30;
const IFLS = 0x34;
const IMSC = 0x38;
const RIS = 0x3c;
const MIS = 0x40;
const ICR = 0x44;
const DMACR = 0x48;
/** PL011, revision 3: PERIPHID0 to 3 and PCELLID0 to 3. */
const FIRST_ID = 0xfe0;
const IDENTITY = [0x11, 0x10, 0x34, 0x00, 0x0d, 0xf0, 0x05, 0xb1];

const BUSY = 1 << 3;
const RECEIVE_EMPTY = 1 << 4;
const TRANSMIT_FULL = 1 << 5;
const RECEIVE_FULL = 1 << 6;
const TRANSMIT_EMPTY = 1 << 7;

const RECEIVE_INTERRUPT = 1 << 4;
const TRANSMIT_INTERRUPT = 1 << 5;
const TIMEOUT_INTERRUPT = 1 << 6;
/** Each error of a byte has its interrupt, one bit below. */
const BYTE_ERRORS = FRAMING_ERROR | PARITY_ERROR | BREAK_ERROR;
const OVERRUN_INTERRUPT = 1 << 10;

const ENABLED = 1 << 0;
const LOOP_BACK = 1 << 7;
const REQUEST_TO_SEND = 1 << 11;
const RECEIVE_FLOW_CONTROL = 1 << 14;
const FIFO_ENABLED = 1 << 4;
const BREAK = 1 << 0;

const FIFO_DEPTH = 32;
/** Levels that IFLS chooses, in elements of the FIFO. */
const TRIGGER_LEVELS = [4, 8, 16, 24, 28];
/** Silence after which what was received is reported although it is little. */
const TIMEOUT_BITS = 32;

/**
 * A UART with its FIFOs and the time that a byte takes.
 *
 * In the one of `rp2040js` the transmit interrupt never goes away, so that MicroPython stays in
 * its handler.
 */
export class Uart extends BasePeripheral {
  onByte: (byte: number) => void = () => {};
  readonly transmitLine = new Wave(1);
  readonly requestToSend = new Wave(1);
  private readonly index: 0 | 1;
  private readonly uartChip: UartChip;
  private readonly transmitAlarm: ChipAlarm;
  private readonly clock: ChipClock;
  private readonly receiver: UartReceiver;
  private readonly sender: UartSender;
  private readonly timeoutAlarm: ChipAlarm;
  private readonly transmitQueue: number[] = [];
  private readonly receiveQueue: number[] = [];
  private sending: number | undefined;
  private integerDivisor = 0;
  private fractionalDivisor = 0;
  private lineControl = 0;
  private format = new UartFormat(0);
  private control = 0x300;
  private levels = 0x12;
  private mask = 0;
  private raw = 0;
  private dmaControl = 0;

  constructor(index: 0 | 1, chip: UartChip, clock: ChipClock) {
    super(chip.rp2040, `UART${index}`);
    this.index = index;
    this.uartChip = chip;
    this.transmitAlarm = clock.createAlarm(() => this.finishByte());
    this.clock = clock;
    const settings = () => ({ format: this.format, bitNanos: this.bitNanos });
    this.receiver = new UartReceiver(clock, settings, (value) => this.receive(value));
    this.sender = new UartSender(clock, settings, (level) => chip.driveReceivePins(index, level));
    this.timeoutAlarm = clock.createAlarm(() => this.raise(TIMEOUT_INTERRUPT));
  }

  /** A byte from outside, for the pins that this UART receives by; it comes after those before it. */
  feed(byte: number): void {
    this.sender.send(byte);
  }

  /** The level of the receive line. */
  inputChanged(level: 0 | 1): void {
    if ((this.control & ENABLED) !== 0) this.receiver.inputChanged(level);
  }

  override readUint32(offset: number): number {
    if (offset >= FIRST_ID) return IDENTITY[(offset - FIRST_ID) >> 2] ?? 0;
    switch (offset) {
      case DR:
        return this.read();
      case FR:
        return this.flags;
      case IBRD:
        return this.integerDivisor;
      case FBRD:
        return this.fractionalDivisor;
      case LCR_H:
        return this.lineControl;
      case CR:
        return this.control;
      case IFLS:
        return this.levels;
      case IMSC:
        return this.mask;
      case RIS:
        return this.raw;
      case MIS:
        return this.raw & this.mask;
      case DMACR:
        return this.dmaControl;
      default:
        return 0;
    }
  }

  override writeUint32(offset: number, value: number): void {
    switch (offset) {
      case DR:
        this.write(value & 0xff);
        return;
      case IBRD:
        this.integerDivisor = value & 0xffff;
        return;
      case FBRD:
        this.fractionalDivisor = value & 0x3f;
        return;
      case LCR_H:
        this.lineControl = value & 0xff;
        this.format = new UartFormat(this.lineControl);
        if (this.sending === undefined) {
          this.transmitLine.hold(this.clock.nanos, (value & BREAK) !== 0 ? 0 : 1);
        }
        return;
      case CR:
        this.control = value & 0xffff;
        this.startByte();
        break;
      case IFLS:
        this.levels = value & 0x3f;
        return;
      case IMSC:
        this.mask = value & 0x7ff;
        break;
      case ICR:
        this.raw &= ~this.rawWriteValue;
        break;
      case DMACR:
        this.dmaControl = value & 7;
        break;
      case RSR:
        return;
      default:
    }
    this.update();
  }

  private get depth(): number {
    return (this.lineControl & FIFO_ENABLED) !== 0 ? FIFO_DEPTH : 1;
  }

  private trigger(shift: 0 | 3): number {
    if (this.depth === 1) return shift === 0 ? 0 : 1;
    return TRIGGER_LEVELS[(this.levels >> shift) & 7] ?? FIFO_DEPTH / 2;
  }

  private get bitNanos(): number {
    const divisor = this.integerDivisor + this.fractionalDivisor / 64;
    return divisor === 0 ? 0 : (16 * divisor * 1e9) / this.uartChip.rp2040.clkPeri;
  }

  private get byteNanos(): number {
    return this.format.bits * this.bitNanos;
  }

  private get flags(): number {
    const transmitting = this.sending !== undefined || this.transmitQueue.length > 0;
    return (
      (transmitting ? BUSY : 0) |
      (this.receiveQueue.length === 0 ? RECEIVE_EMPTY : 0) |
      (this.transmitQueue.length >= this.depth ? TRANSMIT_FULL : 0) |
      (this.receiveQueue.length >= this.depth ? RECEIVE_FULL : 0) |
      (this.transmitQueue.length === 0 ? TRANSMIT_EMPTY : 0)
    );
  }

  private read(): number {
    const byte = this.receiveQueue.shift() ?? 0;
    if (this.receiveQueue.length < this.trigger(3)) this.raw &= ~RECEIVE_INTERRUPT;
    if (this.receiveQueue.length === 0) {
      this.raw &= ~TIMEOUT_INTERRUPT;
      this.timeoutAlarm.cancel();
    }
    this.update();
    return byte;
  }

  private write(byte: number): void {
    if (this.transmitQueue.length < this.depth) this.transmitQueue.push(byte);
    if (this.transmitQueue.length > this.trigger(0)) this.raw &= ~TRANSMIT_INTERRUPT;
    this.startByte();
    this.update();
  }

  private startByte(): void {
    if (this.sending !== undefined || (this.control & ENABLED) === 0) return;
    const byte = this.transmitQueue.shift();
    if (byte === undefined) return;
    this.sending = byte;
    this.transmitAlarm.schedule(this.byteNanos);
    if (this.transmitLine.connected) {
      const { nanos } = this.clock;
      this.transmitLine.play(nanos, this.format.steps(byte, nanos, this.bitNanos));
    }
    // The interrupt is for the moment in which the FIFO becomes this empty, not for being so.
    if (this.transmitQueue.length === this.trigger(0)) this.raw |= TRANSMIT_INTERRUPT;
  }

  private finishByte(): void {
    const byte = this.sending!;
    this.sending = undefined;
    if ((this.control & LOOP_BACK) !== 0) this.receive(byte);
    else this.onByte(byte);
    this.startByte();
    this.update();
  }

  /** A byte with its errors. */
  private receive(value: number): void {
    if ((this.control & ENABLED) === 0) return;
    this.raw |= (value & BYTE_ERRORS) >> 1;
    if (this.receiveQueue.length >= this.depth) {
      this.raise(OVERRUN_INTERRUPT);
      return;
    }
    this.receiveQueue.push(value);
    this.timeoutAlarm.schedule(TIMEOUT_BITS * this.bitNanos);
    if (this.receiveQueue.length >= this.trigger(3)) this.raw |= RECEIVE_INTERRUPT;
    this.update();
  }

  private raise(interrupt: number): void {
    this.raw |= interrupt;
    this.update();
  }

  /** The request to send, which is low when it is made. */
  private get wantsBytes(): boolean {
    if ((this.control & RECEIVE_FLOW_CONTROL) === 0) return (this.control & REQUEST_TO_SEND) !== 0;
    return this.receiveQueue.length < this.trigger(3);
  }

  private update(): void {
    this.uartChip.onInterrupt(this.index, (this.raw & this.mask) !== 0);
    this.requestToSend.hold(this.clock.nanos, this.wantsBytes ? 0 : 1);
    const enabled = (this.control & ENABLED) !== 0;
    this.uartChip.onDataRequest(this.index, {
      transmit: enabled && this.transmitQueue.length < this.depth,
      receive: enabled && this.receiveQueue.length > 0,
    });
  }
}
