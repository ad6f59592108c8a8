import { BasePeripheral, type RP2040 } from "rp2040js";
import type { PioTime } from "./pioTime.ts";
import { type MachineSurroundings, StateMachine } from "./stateMachine.ts";

/** Registers of a block (RP2040 datasheet, 3.7). */
const CTRL = 0x000;
const FSTAT = 0x004;
const FDEBUG = 0x008;
const FLEVEL = 0x00c;
const TXF0 = 0x010;
const RXF0 = 0x020;
const IRQ = 0x030;
const IRQ_FORCE = 0x034;
const INPUT_SYNC_BYPASS = 0x038;
const DBG_PADOUT = 0x03c;
const DBG_PADOE = 0x040;
const DBG_CFGINFO = 0x044;
const INSTR_MEM0 = 0x048;
const SM0_CLKDIV = 0x0c8;
const MACHINE_SIZE = 0x18;
const INTR = 0x128;
const IRQ0_INTE = 0x12c;
const IRQ1_INTS = 0x140;

const MACHINES = 4;
const PINS = 0x3fffffff;
/** 32 instructions, four machines, queues of four words. */
const CONFIGURATION = (32 << 16) | (4 << 8) | 4;
const TX_STALL = 24;
const TX_OVER = 16;
const RX_UNDER = 8;

/** What a block does to the chip around it. */
export interface PioSurroundings {
  /** Drives of these pins have changed. */
  readonly onPins: (changed: number) => void;
  readonly onEnabled: () => void;
  readonly onInterrupt: (line: 0 | 1, level: boolean) => void;
  readonly onDataRequest: (machine: number, queue: "transmit" | "receive", ready: boolean) => void;
}

/**
 * One of the two PIO blocks. Written anew rather than taken from `rp2040js`, whose machines run in
 * the time of the computer, know no divider and stop where nobody returns to Node's event loop.
 */
export class PioBlock extends BasePeripheral implements MachineSurroundings {
  readonly instructions = new Uint16Array(32);
  readonly stateMachines: readonly StateMachine[];
  /** `rp2040js` looks here for its own machines. */
  readonly machines: readonly never[] = [];
  flags = 0;
  inputs = 0;
  pinValues = 0;
  pinDirections = 0;
  private queueTroubles = 0;
  private syncBypass = 0;
  private readonly enables = [0, 0];
  private readonly forces = [0, 0];
  private readonly time: PioTime;
  private readonly around: PioSurroundings;

  constructor(chip: RP2040, name: string, time: PioTime, around: PioSurroundings) {
    super(chip, name);
    this.time = time;
    this.around = around;
    this.stateMachines = [0, 1, 2, 3].map((index) => new StateMachine(index, this));
    time.add(this.stateMachines);
    for (const machine of this.stateMachines) this.queuesChanged(machine);
  }

  /** The level of a pin has changed. */
  inputChanged(pin: number): void {
    const bit = 1 << pin;
    this.inputs = this.rp2040.gpio[pin]!.inputValue ? this.inputs | bit : this.inputs & ~bit;
    this.wake("pin");
  }

  flagsChanged(): void {
    this.wake("flag");
    this.checkInterrupts();
  }

  queuesChanged(machine: StateMachine): void {
    this.around.onDataRequest(machine.index, "transmit", !machine.transmit.full);
    this.around.onDataRequest(machine.index, "receive", !machine.receive.empty);
    this.checkInterrupts();
  }

  note(trouble: "txStall" | "rxStall", machine: StateMachine): void {
    this.queueTroubles |= 1 << (machine.index + (trouble === "txStall" ? TX_STALL : 0));
  }

  /** Pins beyond the last are counted from the first again. */
  drive(what: "values" | "directions", value: number, base: number, count: number): void {
    const plain = count >= 32 ? -1 : (1 << count) - 1;
    const mask = rotated(plain, base) & PINS;
    const before = what === "values" ? this.pinValues : this.pinDirections;
    const after = (before & ~mask) | (rotated(value & plain, base) & mask);
    if (after === before) return;
    if (what === "values") this.pinValues = after;
    else this.pinDirections = after;
    this.around.onPins(before ^ after);
  }

  private wake(stall: "pin" | "flag"): void {
    for (const machine of this.stateMachines) {
      if (machine.stall === stall) machine.wake(this.time.now);
    }
    this.time.plan();
  }

  override readUint32(offset: number): number {
    this.time.update();
    if (offset >= RXF0 && offset < RXF0 + 4 * MACHINES) return this.receive((offset - RXF0) >> 2);
    const machine = this.machineAt(offset);
    if (machine !== undefined)
      return machine.readUint32((offset - SM0_CLKDIV) % MACHINE_SIZE) >>> 0;
    if (offset >= INTR && offset <= IRQ1_INTS) return this.readInterrupts(offset);
    switch (offset) {
      case CTRL:
        return this.bits(({ enabled }) => enabled);
      case FSTAT:
        return this.queueStates;
      case FDEBUG:
        return this.queueTroubles >>> 0;
      case FLEVEL:
        return this.queueLevels;
      case IRQ:
        return this.flags;
      case INPUT_SYNC_BYPASS:
        return this.syncBypass;
      case DBG_PADOUT:
        return this.pinValues;
      case DBG_PADOE:
        return this.pinDirections;
      case DBG_CFGINFO:
        return CONFIGURATION;
      default:
        return 0;
    }
  }

  override writeUint32(offset: number, value: number): void {
    this.time.update();
    const machine = this.machineAt(offset);
    if (machine !== undefined) {
      machine.writeUint32((offset - SM0_CLKDIV) % MACHINE_SIZE, value, this.time.now);
    } else if (offset >= TXF0 && offset < TXF0 + 4 * MACHINES) {
      this.transmit((offset - TXF0) >> 2, value);
    } else if (offset >= INSTR_MEM0 && offset < SM0_CLKDIV) {
      this.instructions[(offset - INSTR_MEM0) >> 2] = value;
      this.lookAgain();
    } else if (offset >= IRQ0_INTE && offset < IRQ1_INTS) {
      const line = offset >= IRQ0_INTE + 12 ? 1 : 0;
      const registers = (offset - IRQ0_INTE) % 12 === 0 ? this.enables : this.forces;
      registers[line] = value & 0xfff;
      this.checkInterrupts();
    } else this.writeControl(offset, value);
    this.time.plan();
  }

  private writeControl(offset: number, value: number): void {
    switch (offset) {
      case CTRL:
        this.control(value);
        return;
      case FDEBUG:
        this.queueTroubles &= ~this.rawWriteValue;
        return;
      case IRQ:
        this.flags &= ~this.rawWriteValue;
        this.flagsChanged();
        return;
      case IRQ_FORCE:
        this.flags |= value & 0xff;
        this.flagsChanged();
        return;
      case INPUT_SYNC_BYPASS:
        this.syncBypass = value;
        return;
      default:
    }
  }

  private control(value: number): void {
    const { now } = this.time;
    this.inputs = this.rp2040.gpioValues; // pads may have been opened for reading
    for (const machine of this.stateMachines) {
      const bit = 1 << machine.index;
      if ((value & (bit << 4)) !== 0) machine.restart();
      if ((value & (bit << 8)) !== 0) machine.next = now;
      machine.enable((value & bit) !== 0, now);
    }
    this.around.onEnabled();
  }

  /** A jump to itself may have been replaced. */
  private lookAgain(): void {
    for (const machine of this.stateMachines) {
      if (machine.stall === "for ever") machine.enable(machine.enabled, this.time.now);
    }
  }

  private machineAt(offset: number): StateMachine | undefined {
    return this.stateMachines[Math.floor((offset - SM0_CLKDIV) / MACHINE_SIZE)];
  }

  private receive(index: number): number {
    const machine = this.stateMachines[index]!;
    if (machine.receive.empty) {
      this.queueTroubles |= 1 << (index + RX_UNDER);
      return 0;
    }
    const word = machine.receive.pull();
    this.afterQueue(machine);
    return word;
  }

  private transmit(index: number, value: number): void {
    const machine = this.stateMachines[index]!;
    if (machine.transmit.full) {
      this.queueTroubles |= 1 << (index + TX_OVER);
      return;
    }
    machine.transmit.push(value);
    this.afterQueue(machine);
  }

  private afterQueue(machine: StateMachine): void {
    if (machine.stall === "queue") machine.wake(this.time.now);
    this.queuesChanged(machine);
    this.time.plan();
  }

  private bits(holds: (machine: StateMachine) => boolean): number {
    return this.stateMachines.reduce(
      (sum, machine) => (holds(machine) ? sum | (1 << machine.index) : sum),
      0,
    );
  }

  private get queueStates(): number {
    return (
      (this.bits(({ transmit }) => transmit.empty) << 24) |
      (this.bits(({ transmit }) => transmit.full) << 16) |
      (this.bits(({ receive }) => receive.empty) << 8) |
      this.bits(({ receive }) => receive.full)
    );
  }

  private get queueLevels(): number {
    return this.stateMachines.reduce(
      (sum, { index, transmit, receive }) =>
        (sum | (((receive.level << 4) | transmit.level) << (8 * index))) >>> 0,
      0,
    );
  }

  /** Four flags, four transmit queues with room, four receive queues with words. */
  private get rawInterrupts(): number {
    return (
      ((this.flags & 15) << 8) |
      (this.bits(({ transmit }) => !transmit.full) << 4) |
      this.bits(({ receive }) => !receive.empty)
    );
  }

  private interruptsOf(line: 0 | 1): number {
    return (this.rawInterrupts & this.enables[line]!) | this.forces[line]!;
  }

  private readInterrupts(offset: number): number {
    if (offset === INTR) return this.rawInterrupts;
    const line = offset >= IRQ0_INTE + 12 ? 1 : 0;
    const which = (offset - IRQ0_INTE) % 12;
    if (which === 0) return this.enables[line]!;
    return which === 4 ? this.forces[line]! : this.interruptsOf(line);
  }

  private checkInterrupts(): void {
    this.around.onInterrupt(0, this.interruptsOf(0) !== 0);
    this.around.onInterrupt(1, this.interruptsOf(1) !== 0);
  }
}

function rotated(value: number, by: number): number {
  return by === 0 ? value : (value << by) | (value >>> (32 - by));
}
