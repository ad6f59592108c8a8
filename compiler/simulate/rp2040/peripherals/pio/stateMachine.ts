import { execute } from "./instructions.ts";
import { PioFifo } from "./pioFifo.ts";

/** Registers of one machine, from its first (RP2040 datasheet, 3.7). */
const CLKDIV = 0x00;
const EXECCTRL = 0x04;
const SHIFTCTRL = 0x08;
const ADDR = 0x0c;
const INSTR = 0x10;
const PINCTRL = 0x14;

const EXEC_STALLED = 1 << 31;
const SIDE_EN = 1 << 30;
const SIDE_PINDIR = 1 << 29;
const STATUS_SEL = 1 << 4;
const FJOIN_RX = 1 << 31;
const FJOIN_TX = 1 << 30;
const OUT_SHIFTS_RIGHT = 1 << 19;
const IN_SHIFTS_RIGHT = 1 << 18;
const AUTOPULL = 1 << 17;
const AUTOPUSH = 1 << 16;

/** Fractions of a cycle of the system clock in which the divider counts. */
export const TICKS_PER_CYCLE = 256;
const NO_BITS_LEFT = 32;

/** Why a machine does not go on: a queue, a flag, a pin; or a jump to itself, which nothing ends. */
export type Stall = "queue" | "flag" | "pin" | "for ever";

/** What a state machine sees of its block and of the pins. */
export interface MachineSurroundings {
  readonly instructions: Uint16Array;
  /** The eight flags that machines of a block share. */
  flags: number;
  readonly inputs: number;
  flagsChanged(): void;
  queuesChanged(machine: StateMachine): void;
  /** Queue trouble, as FDEBUG has it. */
  note(trouble: "txStall" | "rxStall", machine: StateMachine): void;
  drive(what: "values" | "directions", value: number, base: number, count: number): void;
}

/** One of the four state machines of a PIO block (RP2040 datasheet, 3.2 to 3.5). */
export class StateMachine {
  readonly index: number;
  readonly block: MachineSurroundings;
  readonly transmit = new PioFifo();
  readonly receive = new PioFifo();

  x = 0;
  y = 0;
  pc = 0;
  inShift = 0;
  inCount = 0;
  outShift = 0;
  outCount = NO_BITS_LEFT;
  enabled = false;
  stall: Stall | undefined;
  /** The part of an instruction that is still to be done, and stalls. */
  rest: (() => boolean) | undefined;
  private restDelay = 0;
  /** An instruction to execute before the one at `pc`. */
  forced: number | undefined;
  /** When it executes next, in ticks of the system clock since the beginning. */
  next = 0;
  /** Ticks per cycle of this machine. */
  divider = TICKS_PER_CYCLE;

  private clockDivider = 1 << 16;
  private execControl = 0x1f << 12;
  private shiftControl = OUT_SHIFTS_RIGHT | IN_SHIFTS_RIGHT;
  private pinControl = 5 << 26;

  constructor(index: number, block: MachineSurroundings) {
    this.index = index;
    this.block = block;
  }

  /** Whether time brings it on. A forced instruction executes though the machine is disabled. */
  get runs(): boolean {
    return this.stall === undefined && (this.enabled || this.forced !== undefined);
  }

  /** Executes what is due at `next`, and moves `next` on. */
  step(): void {
    if (this.rest !== undefined) {
      if (!this.rest()) return;
      this.rest = undefined;
      this.next += this.restDelay;
    } else if (!this.executeNext()) return;
    this.next += this.divider;
  }

  /** Something changed that a stall may have waited for: it looks again at its first tick from now. */
  wake(now: number): void {
    if (this.stall === undefined || this.stall === "for ever") return;
    this.stall = undefined;
    this.catchUp(now);
  }

  /** Its clock went on while it did nothing. */
  catchUp(now: number): void {
    if (this.next < now) this.next += Math.ceil((now - this.next) / this.divider) * this.divider;
  }

  enable(enabled: boolean, now: number): void {
    if (enabled && !this.enabled) this.catchUp(now + TICKS_PER_CYCLE);
    if (this.stall === "for ever") this.stall = undefined;
    this.enabled = enabled;
  }

  /** What SM_RESTART clears. */
  restart(): void {
    this.inShift = 0;
    this.inCount = 0;
    this.outCount = NO_BITS_LEFT;
    this.stall = undefined;
    this.rest = undefined;
    this.forced = undefined;
  }

  private executeNext(): boolean {
    const forced = this.forced;
    const opcode = forced ?? this.block.instructions[this.pc]!;
    this.forced = undefined;
    this.setSide(opcode);
    const delay = (opcode >> 8) & ((1 << (5 - this.sideCount)) - 1);
    const before = this.pc;
    const result = execute(this, opcode);
    if (result === "stalled") {
      this.forced = forced;
      return false;
    }
    if (result === "done" && forced === undefined) this.advance();
    if (result === "jumped" && this.pc === before && forced === undefined && isPlainJump(opcode)) {
      this.stall = "for ever";
    }
    // Of an instruction that has another one executed, the delay does not count.
    this.restDelay = this.forced === undefined ? delay * this.divider : 0;
    if (this.rest !== undefined && !this.rest()) return false;
    this.rest = undefined;
    this.next += this.restDelay;
    return true;
  }

  private advance(): void {
    this.pc = this.pc === this.wrapTop ? this.wrapBottom : (this.pc + 1) & 31;
  }

  private setSide(opcode: number): void {
    const count = this.sideCount;
    if (count === 0) return;
    const optional = (this.execControl & SIDE_EN) !== 0;
    if (optional && (opcode & (1 << 12)) === 0) return;
    const pins = optional ? count - 1 : count;
    const value = ((opcode >> 8) & 31) >> (5 - count);
    const what = (this.execControl & SIDE_PINDIR) !== 0 ? "directions" : "values";
    this.block.drive(what, value, (this.pinControl >> 10) & 31, pins);
  }

  readUint32(offset: number): number {
    switch (offset) {
      case CLKDIV:
        return this.clockDivider;
      case EXECCTRL:
        return this.execControl | (this.forced !== undefined ? EXEC_STALLED : 0);
      case SHIFTCTRL:
        return this.shiftControl;
      case ADDR:
        return this.pc;
      case INSTR:
        return this.forced ?? this.block.instructions[this.pc]!;
      case PINCTRL:
        return this.pinControl;
      default:
        return 0;
    }
  }

  writeUint32(offset: number, value: number, now: number): void {
    switch (offset) {
      case CLKDIV:
        this.clockDivider = value & ~0xff;
        this.divider = (value >>> 16 || 65536) * TICKS_PER_CYCLE + ((value >>> 8) & 0xff);
        return;
      case EXECCTRL:
        this.execControl = value & ~EXEC_STALLED;
        return;
      case SHIFTCTRL:
        this.setShiftControl(value);
        return;
      case INSTR:
        this.force(value & 0xffff, now);
        return;
      case PINCTRL:
        this.pinControl = value;
        return;
      default:
    }
  }

  /** A joined queue takes the depth of the other one; both are emptied by the change. */
  private setShiftControl(value: number): void {
    const changed = (value ^ this.shiftControl) & (FJOIN_RX | FJOIN_TX);
    this.shiftControl = value;
    if (changed === 0) return;
    const receives = (value & FJOIN_RX) !== 0;
    const transmits = (value & FJOIN_TX) !== 0;
    this.transmit.clear(transmits ? 8 : receives ? 0 : 4);
    this.receive.clear(receives ? 8 : transmits ? 0 : 4);
    this.block.queuesChanged(this);
  }

  /** SMx_INSTR: executed at once, in place of what stalls, whether the machine runs or not. */
  private force(opcode: number, now: number): void {
    const { next } = this;
    this.stall = undefined;
    this.rest = undefined;
    this.forced = opcode;
    if (!this.enabled) this.next = now;
    this.step();
    if (this.enabled) this.next = Math.max(next, now + this.divider);
  }

  get status(): number {
    const queue = (this.execControl & STATUS_SEL) !== 0 ? this.receive : this.transmit;
    return queue.level < (this.execControl & 15) ? -1 : 0;
  }

  get sideCount(): number {
    return this.pinControl >>> 29;
  }
  get setBase(): number {
    return (this.pinControl >> 5) & 31;
  }
  get setCount(): number {
    return (this.pinControl >> 26) & 7;
  }
  get outBase(): number {
    return this.pinControl & 31;
  }
  get outPins(): number {
    return (this.pinControl >> 20) & 63;
  }
  get inBase(): number {
    return (this.pinControl >> 15) & 31;
  }
  get jumpPin(): number {
    return (this.execControl >> 24) & 31;
  }
  get wrapTop(): number {
    return (this.execControl >> 12) & 31;
  }
  get wrapBottom(): number {
    return (this.execControl >> 7) & 31;
  }
  get autopush(): boolean {
    return (this.shiftControl & AUTOPUSH) !== 0;
  }
  get autopull(): boolean {
    return (this.shiftControl & AUTOPULL) !== 0;
  }
  get inShiftsRight(): boolean {
    return (this.shiftControl & IN_SHIFTS_RIGHT) !== 0;
  }
  get outShiftsRight(): boolean {
    return (this.shiftControl & OUT_SHIFTS_RIGHT) !== 0;
  }
  get pushThreshold(): number {
    return (this.shiftControl >> 20) & 31 || 32;
  }
  get pullThreshold(): number {
    return (this.shiftControl >> 25) & 31 || 32;
  }
}

/** JMP without a condition, whatever its delay and side-set. */
function isPlainJump(opcode: number): boolean {
  return (opcode & 0xe0e0) === 0;
}
