/** What only the RP2 chips have: programmable input and output (PIO), DMA, flash memory. */
import type { ChipPin, Irq } from "machine";

export {};
declare const program: unique symbol;
declare const bits: unique symbol;
declare const operand: unique symbol;

// --- PIO programs ----------------------------------------------------------------------------

/** An assembled program, for `StateMachine`. */
export interface PioProgram {
  readonly [program]: true;
}
/** What an output does from the start: `PIO.IN_LOW`, `PIO.OUT_HIGH` and so on. */
export type PinInit = int & { readonly [bits]: "init" };
/** `PIO.SHIFT_LEFT` or `PIO.SHIFT_RIGHT`. */
export type ShiftDirection = int & { readonly [bits]: "shift" };
/** `PIO.JOIN_NONE`, `PIO.JOIN_TX` or `PIO.JOIN_RX`. */
export type FifoJoin = int & { readonly [bits]: "join" };

type To1 = 0 | 1;
type To3 = To1 | 2 | 3;
type To7 = To3 | 4 | 5 | 6 | 7;
type To15 = To7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;
type To31 = To15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29 | 30 | 31;
type BitCount = Exclude<To31, 0> | 32;
/** Pins of the side-set: 0 without one, else 1 to 5. */
type SideCount<Init> = Init extends readonly unknown[] ? Init["length"] : Init extends PinInit ? 1 : 0;
/** The values that so many side-set pins can take. */
type SideValue<Count> = Count extends 1 ? To1 : Count extends 2 ? To3 : Count extends 3 ? To7 : Count extends 4 ? To15 : Count extends 5 ? To31 : never;
/** The delays that are left beside so many side-set pins: five bits are shared. */
type Delay<Count> = Count extends 0 ? To31 : Count extends 1 ? To15 : Count extends 2 ? To7 : Count extends 3 ? To3 : Count extends 4 ? To1 : 0;

/** `N` where it is one of the numbers, or not known before the build. */
type Fits<N extends number, Numbers> = N extends Numbers ? N : `${number}` extends `${N}` ? N : Numbers;

/** An operand of an instruction, from the program's own names. */
type Operand<Kind extends string> = { readonly [operand]: Kind };

/** The end of an instruction: what is done beside it. */
export interface Instruction<Side = 0> {
  /** Sets the side-set pins at the same time. Only in programs with `sideset_init`. */
  side<N extends number>(value: Fits<N, SideValue<Side>>): Instruction<Side>;
  /** Waits so many cycles afterwards: 31 at most, fewer beside a side-set. */
  delay<N extends number>(cycles: Fits<N, Delay<Side>>): Instruction<Side>;
}

/** The instruction set of PIO. A program has 32 instructions at most. */
export class PIOASMEmit<Side = 0> {
  private constructor();
  /** Where the program goes on after `wrap`. */
  wrap_target(): void;
  /** Where the program goes back to `wrap_target`, without taking a cycle. */
  wrap(): void;
  /** A name for the next instruction. */
  label(name: string): void;
  /** Goes to a label: always, or when the condition holds. */
  jmp(label: string): Instruction<Side>;
  jmp(condition: Operand<"condition">, label: string): Instruction<Side>;
  /** Waits until a pin, or an interrupt flag, has the value. */
  wait(polarity: 0 | 1, source: Operand<"gpio">, index: To31): Instruction<Side>;
  wait(polarity: 0 | 1, source: Operand<"pin">, index: To31): Instruction<Side>;
  wait(polarity: 0 | 1, source: Operand<"irq">, index: To7 | Operand<"rel">): Instruction<Side>;
  /** Shifts so many bits from the source into the input shift register. */
  in_<N extends number>(source: Operand<"pins" | "xy" | "null" | "isr" | "osr">, bits: Fits<N, BitCount>): Instruction<Side>;
  /** Shifts so many bits from the output shift register to the destination. */
  out<N extends number>(
    destination: Operand<"pins" | "pindirs" | "xy" | "null" | "isr" | "pc" | "exec">,
    bits: Fits<N, BitCount>,
  ): Instruction<Side>;
  /** Gives the input shift register to the program on the core: waits for room unless `noblock`. */
  push(...flags: (Operand<"block"> | Operand<"iffull">)[]): Instruction<Side>;
  /** Takes a word from the core into the output shift register: waits for one unless `noblock`. */
  pull(...flags: (Operand<"block"> | Operand<"ifempty">)[]): Instruction<Side>;
  /** Copies a register. */
  mov(
    destination: Operand<"pins" | "xy" | "isr" | "osr" | "pc" | "exec">,
    source: Operand<"pins" | "xy" | "null" | "isr" | "osr" | "status" | "inverted" | "reversed">,
  ): Instruction<Side>;
  /** Sets an interrupt flag, 0 to 7; 0 to 3 reach the core. `block` waits until it is cleared, `clear` clears it. */
  irq(index: To7 | Operand<"rel">): Instruction<Side>;
  irq(mode: Operand<"block"> | Operand<"clear">, index: To7 | Operand<"rel">): Instruction<Side>;
  /** Sets pins, directions or a register to a small number. */
  set<N extends number>(destination: Operand<"pins" | "pindirs" | "xy">, value: Fits<N, To31>): Instruction<Side>;
  /** Does nothing for a cycle. */
  nop(): Instruction<Side>;
  /** An instruction as a number. */
  word(instruction: int, label?: string): Instruction<Side>;
  /** Delays the instruction before. */
  delay(cycles: Delay<Side>): Instruction<Side>;
  /** Sets the side-set pins with the instruction before. */
  side(value: SideValue<Side>): Instruction<Side>;
  /** Begins an assembly; not for programs. */
  start_pass(pass: 0 | 1): void;
}
/** What a PIO program is written with: instructions and their operands. */
export interface Pio<Side = 0> extends Omit<PIOASMEmit<Side>, "delay" | "side" | "start_pass"> {
  /** The pins of `in_base`, `out_base` or `set_base`. */
  readonly pins: Operand<"pins">;
  /** The directions of the pins: 1 is out. */
  readonly pindirs: Operand<"pindirs">;
  /** A register. */
  readonly x: Operand<"xy">;
  /** A register. */
  readonly y: Operand<"xy">;
  /** The input shift register. */
  readonly isr: Operand<"isr">;
  /** The output shift register. */
  readonly osr: Operand<"osr">;
  /** Zeros, or nowhere. */
  readonly null: Operand<"null">;
  /** The program counter. */
  readonly pc: Operand<"pc">;
  /** Runs the value as an instruction. */
  readonly exec: Operand<"exec">;
  /** All ones or all zeros, by the fill of a FIFO. */
  readonly status: Operand<"status">;
  /** `wait` for a pin of the chip. */
  readonly gpio: Operand<"gpio">;
  /** `wait` for a pin counted from `in_base`. */
  readonly pin: Operand<"pin">;
  /** Condition: x is 0. */
  readonly not_x: Operand<"condition">;
  /** Condition: x is not 0; x is decremented. */
  readonly x_dec: Operand<"condition">;
  /** Condition: y is 0. */
  readonly not_y: Operand<"condition">;
  /** Condition: y is not 0; y is decremented. */
  readonly y_dec: Operand<"condition">;
  /** Condition: x differs from y. */
  readonly x_not_y: Operand<"condition">;
  /** Condition: the output shift register is not empty. */
  readonly not_osre: Operand<"condition">;
  /** Waits. */
  readonly block: Operand<"block">;
  /** Does not wait. */
  readonly noblock: Operand<"block">;
  /** Only when the input shift register is full. */
  readonly iffull: Operand<"iffull">;
  /** Only when the output shift register is empty. */
  readonly ifempty: Operand<"ifempty">;
  /** Clears the flag. */
  readonly clear: Operand<"clear">;
  /** The flag plus the number of the state machine. */
  rel(index: To7): Operand<"rel">;
  /** The bits turned over. */
  invert(source: Operand<"pins" | "xy" | "null" | "isr" | "osr" | "status">): Operand<"inverted">;
  /** The bits in the other order. */
  reverse(source: Operand<"pins" | "xy" | "null" | "isr" | "osr" | "status">): Operand<"reversed">;
}
/** A program that cannot be assembled. */
export class PIOASMError extends Exception {
  private readonly __PIOASMError: never;
}

interface PioSettings {
  /** What the pins of `out` do from the start. */
  out_init?: PinInit | readonly PinInit[];
  /** What the pins of `set` do from the start. */
  set_init?: PinInit | readonly PinInit[];
  /** Whether the side-set changes directions instead of levels. */
  side_pindir?: boolean;
  /** Which way the input shift register is shifted. */
  in_shiftdir?: ShiftDirection;
  /** Which way the output shift register is shifted. */
  out_shiftdir?: ShiftDirection;
  /** Whether `push` happens by itself. */
  autopush?: boolean;
  /** Whether `pull` happens by itself. */
  autopull?: boolean;
  /** After how many bits, 1 to 32. */
  push_thresh?: BitCount;
  /** After how many bits, 1 to 32. */
  pull_thresh?: BitCount;
  /** Whether both FIFOs become one. */
  fifo_join?: FifoJoin;
}
/**
 * Assembles a PIO program: the function holds its instructions, and is not called by the program.
 *
 * Numbers may be constants or come from arithmetic. Assemble before a thread or an interrupt starts.
 *
 * @throws PIOASMError when it is longer than 32 instructions or jumps to a label that is missing.
 * @example
 * const square = asm_pio({ set_init: PIO.OUT_LOW }, (p) => {
 *   p.wrap_target();
 *   p.set(p.pins, 1).delay(31);
 *   p.set(p.pins, 0).delay(31);
 *   p.wrap();
 * });
 */
export function asm_pio<const Init extends PinInit | readonly PinInit[] | undefined = undefined>(
  settings: Keywords<PioSettings & { sideset_init?: Init }>,
  program: (p: Pio<SideCount<Init>>) => void,
): PioProgram;
export function asm_pio(program: (p: Pio<0>) => void): PioProgram;
/** One instruction as a number, for `StateMachine.exec`. */
export function asm_pio_encode(instruction: string, sideset_count: 0 | 1 | 2 | 3 | 4 | 5, sideset_opt?: boolean): int;

// --- State machines --------------------------------------------------------------------------

interface StateMachineSettings {
  /**
   * Cycles per second, 1908 Hz (RP2350: 2289 Hz) to the clock of the cores (default).
   *
   * @range 1908 300000000
   * @range 2289 300000000 rp2350
   */
  freq?: int;
  /** The first pin of `in_` and `wait`. */
  in_base?: ChipPin;
  /** The first pin of `out`. */
  out_base?: ChipPin;
  /** The first pin of `set`. */
  set_base?: ChipPin;
  /** The pin of `jmp`. */
  jmp_pin?: ChipPin;
  /** The first pin of the side-set. */
  sideset_base?: ChipPin;
  in_shiftdir?: ShiftDirection;
  out_shiftdir?: ShiftDirection;
  push_thresh?: BitCount;
  pull_thresh?: BitCount;
}
/** A state machine: it runs a PIO program. There are 4 per PIO. */
export class StateMachine {
  /**
   * @param id 0 to 7; 0 to 3 are of the first PIO (RP2350: 0 to 11).
   * @range id 0 7
   * @range id 0 11 rp2350
   * @throws OSError ENOMEM when the PIO has no room for the program.
   * @example
   * const sm = new StateMachine(0, square, { freq: 2000, set_base: new Pin(25) });
   * sm.active(1);
   */
  constructor(id: int, program?: PioProgram, options?: Keywords<StateMachineSettings>);
  /** Sets it up anew, and stops it. */
  init(program: PioProgram, options?: Keywords<StateMachineSettings>): void;
  /** Whether it runs, or starts or stops it. */
  active(): boolean;
  active(on: boolean | 0 | 1): boolean;
  /** Starts its program from the beginning. */
  restart(): void;
  /** Runs one instruction: text of PIO assembly, or a number. */
  exec(instruction: string | int): void;
  /** Gives it a word, or each element of a buffer; waits while its FIFO is full. */
  put(value: int | ReadableBuffer, shift?: int): void;
  /** Takes a word, shifted right, or fills a buffer; waits while its FIFO is empty. */
  get(buffer?: null, shift?: int): u32;
  get<B extends WritableBuffer>(buffer: B, shift?: int): B;
  /** How many words wait for the core. */
  rx_fifo(): int;
  /** How many words wait for the state machine. */
  tx_fifo(): int;
  /** Called when the program sets its interrupt flag. */
  irq(handler: HardIsr<(sm: StateMachine) => void>, trigger: 0 | 1, hard: true): Irq;
  irq(handler?: SoftIsr<(sm: StateMachine) => void> | null, trigger?: 0 | 1, hard?: false): Irq;
  irq(options: Keywords<{ handler: HardIsr<(sm: StateMachine) => void>; trigger?: 0 | 1; hard: true }>): Irq;
  irq(options: Keywords<{ handler?: SoftIsr<(sm: StateMachine) => void> | null; trigger?: 0 | 1; hard?: false }>): Irq;
}
/** One of the two (RP2350: three) blocks of four state machines. */
export class PIO {
  /**
   * @param id 0 or 1 (RP2350: 0 to 2).
   * @range id 0 1
   * @range id 0 2 rp2350
   */
  constructor(id: 0 | 1 | 2);
  /** Puts a program into its memory. OSError ENOMEM when there is no room. */
  add_program(program: PioProgram): void;
  /** Takes a program out, or all that were added. */
  remove_program(program?: PioProgram): void;
  /** One of its state machines. */
  state_machine(id: 0 | 1 | 2 | 3, program?: PioProgram, options?: Keywords<StateMachineSettings>): StateMachine;
  /** Called when one of its flags is set. */
  irq(handler: HardIsr<(pio: PIO) => void>, trigger: int, hard: true): Irq;
  irq(handler?: SoftIsr<(pio: PIO) => void> | null, trigger?: int, hard?: false): Irq;
  irq(options: Keywords<{ handler: HardIsr<(pio: PIO) => void>; trigger?: int; hard: true }>): Irq;
  irq(options: Keywords<{ handler?: SoftIsr<(pio: PIO) => void> | null; trigger?: int; hard?: false }>): Irq;
  /** An input whose output level would be low. */
  static readonly IN_LOW: PinInit;
  /** An input whose output level would be high. */
  static readonly IN_HIGH: PinInit;
  /** An output, low. */
  static readonly OUT_LOW: PinInit;
  /** An output, high. */
  static readonly OUT_HIGH: PinInit;
  /** The highest bit first. */
  static readonly SHIFT_LEFT: ShiftDirection;
  /** The lowest bit first. */
  static readonly SHIFT_RIGHT: ShiftDirection;
  /** A FIFO each way. */
  static readonly JOIN_NONE: FifoJoin;
  /** Both FIFOs carry data to the state machine. */
  static readonly JOIN_TX: FifoJoin;
  /** Both FIFOs carry data from the state machine. */
  static readonly JOIN_RX: FifoJoin;
  /** The flag of state machine 0. */
  static readonly IRQ_SM0: int;
  /** The flag of state machine 1. */
  static readonly IRQ_SM1: int;
  /** The flag of state machine 2. */
  static readonly IRQ_SM2: int;
  /** The flag of state machine 3. */
  static readonly IRQ_SM3: int;
}

// --- DMA and flash ---------------------------------------------------------------------------

interface DmaFields {
  /** The register to begin with. */
  default?: int;
  enable?: boolean;
  high_pri?: boolean;
  /** Bytes per transfer: 0 one, 1 two, 2 four (default). */
  size?: 0 | 1 | 2;
  inc_read?: boolean;
  inc_write?: boolean;
  /**
   * RP2350 only.
   */
  inc_read_rev?: boolean;
  /** RP2350 only. */
  inc_write_rev?: boolean;
  ring_size?: int;
  ring_sel?: boolean;
  chain_to?: int;
  /** What sets the pace; 63 is as fast as possible. */
  treq_sel?: int;
  irq_quiet?: boolean;
  bswap?: boolean;
  sniff_en?: boolean;
}
/**
 * A DMA channel: it copies memory beside the cores. `close` gives it back.
 *
 * @since 1.22
 */
export class DMA {
  /** OSError EBUSY when no channel is free. */
  constructor();
  /** The number of the channel. */
  readonly channel: int;
  /** Where it reads: an address, or a buffer. */
  read: int | ReadableBuffer;
  /** Where it writes: an address, or a buffer. */
  write: int | WritableBuffer;
  /** How many transfers are left. */
  count: int;
  /** The control register. */
  ctrl: int;
  /** The channel's registers. */
  readonly registers: Uint32Array;
  /** Sets it up, and starts it when `trigger` is true. */
  config(
    options: Keywords<{ read?: int | ReadableBuffer; write?: int | WritableBuffer; count?: int; ctrl?: int; trigger?: boolean }>,
  ): void;
  /** Whether it copies, or starts or stops it. */
  active(): boolean;
  active(on: boolean | 0 | 1): boolean;
  /** Called when it is done. */
  irq(handler: HardIsr<(dma: DMA) => void>, hard: true): Irq;
  irq(handler?: SoftIsr<(dma: DMA) => void> | null, hard?: false): Irq;
  /** The control register of these settings. */
  pack_ctrl(options?: Keywords<DmaFields>): int;
  /** The settings of a control register. */
  static unpack_ctrl(value: int): Record<string, int>;
  /** Gives the channel back. */
  close(): void;
}
/** The flash memory as a block device. It holds the file system: mind what you write. */
export class Flash {
  /** @param options A part of it, in bytes: multiples of 4096. */
  constructor(options?: Keywords<{ start?: int; len?: int }>);
  /** Reads blocks, or from an offset in a block, into the buffer. */
  readblocks(block: int, buffer: WritableBuffer, offset?: int): void;
  /** Writes blocks, or at an offset in a block, from the buffer. */
  writeblocks(block: int, buffer: ReadableBuffer, offset?: int): void;
  /** Questions and commands: 4 asks for the number of blocks, 5 for their size, 6 erases one. */
  ioctl(op: int, arg: int): int | null;
}
/** 1 while the BOOTSEL button is pressed. Stops both cores for a moment. */
export function bootsel_button(): 0 | 1;
/** Old name of `network.country`. */
export function country(): string;
export function country(code: string): void;
/** `micropython.const`. */
export { const } from "micropython";
