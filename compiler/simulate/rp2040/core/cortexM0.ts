import type { CoreBus } from "./coreBus.ts";
import { CoreFault, type FaultKind, type FaultReport } from "./coreFault.ts";
import { instructions } from "./decode.ts";
import { enterException, leaveException } from "./exceptionFrames.ts";
import { Exceptions, HARD_FAULT } from "./exceptions.ts";

/** Longest run between two looks around, so that cycle counts stay small integers. */
const LONGEST_RUN = 1 << 20;

/** What a core asks of the chip around it. */
export interface CoreSurroundings {
  /** `BKPT n`; the address is `cpu.instructionAddress`. */
  onBreakpoint(cpu: CortexM0, number: number): void;
  onSendEvent(cpu: CortexM0): void;
  /** A sleeping core goes on: its time is the time of what woke it. */
  onWake(cpu: CortexM0): void;
  /** Interrupts that do not wake a core which waits for one, by their bits: those of parts that stand still. */
  deafTo(cpu: CortexM0): number;
  /** A fault where none can be handled: the core stands still until it is reset. */
  onLockUp(cpu: CortexM0, report: FaultReport): void;
}

/**
 * A Cortex-M0+ as the RP2040 has two of them: ARMv6-M, cycle counts of its technical reference
 * manual (3.3), single-cycle multiplier, no MPU, always privileged.
 *
 * Written anew rather than taken from `rp2040js`: faults and lock-up exist, flags are exact, and
 * it runs at twice the speed.
 */
export class CortexM0 {
  readonly core: 0 | 1;
  readonly bus: CoreBus;
  readonly exceptions = new Exceptions();
  readonly registers = new Uint32Array(16);
  /** The same registers as signed numbers, which V8 adds without boxing. */
  readonly r = new Int32Array(this.registers.buffer);

  /** The last result: negative is N, 0 is Z. */
  nz = 1;
  c = 0;
  v = 0;
  primask = false;
  exceptionNumber = 0;
  usesProcessStack = false;
  otherStackPointer = 0;
  vectorTable = 0;

  /** Something may have become pending: look before the next instruction. */
  attention = false;
  /** Held in reset, or locked up: runs no instruction. */
  halted = true;
  sleeping: "no" | "for event" | "for interrupt" = "no";
  /** Interrupts that the present sleep is deaf to. */
  deaf = 0;
  eventRegister = false;
  firstFault: FaultReport | undefined;

  /** Cycles until `run` returns; `cycles` is the time of this core. */
  remaining = 0;
  private target = 0;
  /** The time at which `run` returns; `target` is at most a long run away, the limit may be hours. */
  private limit = 0;
  private readonly surroundings: CoreSurroundings;

  constructor(core: 0 | 1, bus: CoreBus, surroundings: CoreSurroundings) {
    this.core = core;
    this.bus = bus;
    this.surroundings = surroundings;
  }

  get cycles(): number {
    return this.target - this.remaining;
  }

  /** Sets this core's time, of a core that stood still. */
  set cycles(value: number) {
    this.target = value + this.remaining;
  }

  /** The address of the instruction being executed (of its first half). */
  instructionAddress = 0;

  /** Stands still until `reset`. */
  halt(): void {
    this.halted = true;
    this.stopAt(this.cycles);
  }

  /** Takes stack pointer and program counter from the vectors at 0 and starts. */
  reset(): void {
    this.registers.fill(0);
    this.exceptions.reset();
    this.nz = 1;
    this.c = 0;
    this.v = 0;
    this.primask = false;
    this.exceptionNumber = 0;
    this.usesProcessStack = false;
    this.otherStackPointer = 0;
    this.vectorTable = 0;
    this.attention = false;
    this.sleeping = "no";
    this.deaf = 0;
    this.eventRegister = false;
    this.firstFault = undefined;
    this.halted = false;
    this.r[13] = this.bus.readUint32(0) & ~3;
    this.r[15] = this.bus.readUint32(4) & ~1;
  }

  /** Whether it sleeps so deeply that parts of the chip stand still. */
  get sleepsDeep(): boolean {
    return this.deaf !== 0;
  }

  get running(): boolean {
    return !this.halted && this.sleeping === "no";
  }

  /** Executes until the core's time has reached `until`, or it sleeps or halts. */
  run(until: number): void {
    this.limit = until;
    while (this.running && this.cycles < this.limit) {
      const now = this.cycles;
      const length = Math.min(this.limit - now, LONGEST_RUN);
      this.target = now + length;
      this.remaining = length;
      try {
        this.execute();
      } catch (error) {
        if (!(error instanceof CoreFault)) throw error;
        this.fault(error.kind, error.address);
      }
    }
  }

  /** Ends the present run before its time: an alarm came closer, the other core woke. */
  stopAt(cycles: number): void {
    this.limit = Math.min(this.limit, cycles);
    if (cycles >= this.target) return;
    this.remaining -= this.target - cycles;
    this.target = cycles;
  }

  private execute(): void {
    const { r, bus } = this;
    while (this.remaining > 0) {
      if (this.attention) {
        this.attention = false;
        if (!this.running) return;
        this.takePending();
      }
      const address = r[15]!;
      const opcode = bus.fetch(address);
      this.instructionAddress = address;
      r[15] = address + 2;
      this.remaining -= 1;
      instructions[opcode >>> 6]!(this, opcode);
    }
  }

  /** The priority that a pending exception must beat. */
  get executionPriority(): number {
    const active = this.exceptions.priorityOf(this.exceptionNumber);
    return this.primask && active > 0 ? 0 : active;
  }

  private takePending(): void {
    const exception = this.exceptions.next(this.executionPriority);
    if (exception === 0) return;
    this.exceptions.accept(exception);
    enterException(this, exception);
  }

  /** An interrupt line or a pending bit changed: a sleeping core may wake. */
  exceptionsChanged(): void {
    this.attention = true;
    if (this.sleeping === "no") return;
    // PRIMASK does not keep a core asleep (ARMv6-M manual, B1.5.17).
    const active = this.exceptions.priorityOf(this.exceptionNumber);
    if (this.exceptions.next(active, this.deaf) !== 0) this.wake();
  }

  private wake(): void {
    this.sleeping = "no";
    this.deaf = 0;
    this.attention = true;
    this.surroundings.onWake(this);
  }

  /** Memory access beyond the first cycle: SIO answers at once, the peripheral bus is slow. */
  chargeAccess(address: number): void {
    const region = address >>> 28;
    if (region === 2 || region === 1) this.remaining -= 1;
    else if (region === 4 || region === 5) this.remaining -= 3;
    else if (region !== 13) this.remaining -= 1;
  }

  setRegister(index: number, value: number): void {
    if (index === 15) {
      this.r[15] = value & ~1;
      this.remaining -= 1;
    } else {
      this.r[index] = index === 13 ? value & ~3 : value;
    }
  }

  /** BX or POP {PC}: an address, or the return from an exception. */
  branchExchange(target: number): void {
    if (this.exceptionNumber !== 0 && target >>> 28 === 15) leaveException(this, target);
    else this.jumpToThumb(target);
  }

  jumpToThumb(target: number): void {
    if ((target & 1) === 0) throw new CoreFault("no Thumb bit", target);
    this.r[15] = target & ~1;
  }

  waitForEvent(): void {
    if (this.eventRegister) {
      this.eventRegister = false;
      return;
    }
    this.sleep("for event");
  }

  waitForInterrupt(): void {
    this.sleep("for interrupt");
  }

  private sleep(reason: "for event" | "for interrupt"): void {
    const active = this.exceptions.priorityOf(this.exceptionNumber);
    const deaf = reason === "for interrupt" ? this.surroundings.deafTo(this) : 0;
    if (this.exceptions.next(active, deaf) !== 0) return;
    this.sleeping = reason;
    this.deaf = deaf;
    // The run loop looks at `sleeping` when it looks for exceptions.
    this.attention = true;
  }

  /** SEV of either core. */
  receiveEvent(): void {
    if (this.sleeping === "for event") {
      this.wake();
    } else {
      this.eventRegister = true;
    }
  }

  onSendEvent(): void {
    this.surroundings.onSendEvent(this);
  }

  onBreakpoint(number: number): void {
    this.surroundings.onBreakpoint(this, number);
  }

  /** HardFault; in a HardFault's own handler, lock-up. */
  fault(kind: FaultKind, address: number): void {
    const report: FaultReport = {
      core: this.core,
      kind,
      address: address >>> 0,
      programCounter: this.instructionAddress >>> 0,
      linkRegister: this.registers[14]!,
      stackPointer: this.registers[13]!,
      exception: this.exceptionNumber,
    };
    this.firstFault ??= report;
    this.r[15] = this.instructionAddress;
    try {
      if (this.exceptions.priorityOf(this.exceptionNumber) > -1) {
        enterException(this, HARD_FAULT);
        return;
      }
    } catch (error) {
      // The stack or the vector table is not there: a second fault on the way into the first.
      if (!(error instanceof CoreFault)) throw error;
    }
    this.halt();
    this.surroundings.onLockUp(this, this.firstFault);
  }

  get flags(): number {
    return (
      (this.nz < 0 ? 1 << 31 : 0) | (this.nz === 0 ? 1 << 30 : 0) | (this.c << 29) | (this.v << 28)
    );
  }

  set flags(value: number) {
    this.nz = value < 0 ? -1 : (value & (1 << 30)) !== 0 ? 0 : 1;
    this.c = (value >>> 29) & 1;
    this.v = (value >>> 28) & 1;
  }

  get mainStackPointer(): number {
    return this.usesProcessStack ? this.otherStackPointer : this.r[13]!;
  }

  set mainStackPointer(value: number) {
    if (this.usesProcessStack) this.otherStackPointer = value;
    else this.r[13] = value;
  }

  get processStackPointer(): number {
    return this.usesProcessStack ? this.r[13]! : this.otherStackPointer;
  }

  set processStackPointer(value: number) {
    if (this.usesProcessStack) this.r[13] = value;
    else this.otherStackPointer = value;
  }

  selectProcessStack(selected: boolean): void {
    if (selected === this.usesProcessStack) return;
    const current = this.r[13]!;
    this.r[13] = this.otherStackPointer;
    this.otherStackPointer = current;
    this.usesProcessStack = selected;
  }
}
