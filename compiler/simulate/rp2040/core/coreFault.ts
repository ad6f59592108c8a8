/** Why an instruction could not be carried out; on ARMv6-M every one of these is a HardFault. */
export type FaultKind =
  | "unaligned access"
  | "read of nothing"
  | "write to nothing"
  | "fetch of nothing"
  | "flash not mapped"
  | "undefined instruction"
  | "breakpoint"
  | "no Thumb bit"
  | "supervisor call";

/** Thrown by a bus or an instruction, caught by the core that executes; never leaves the chip. */
export class CoreFault extends Error {
  readonly kind: FaultKind;
  readonly address: number;

  constructor(kind: FaultKind, address: number) {
    super(`${kind} at 0x${(address >>> 0).toString(16)}`);
    this.kind = kind;
    this.address = address >>> 0;
  }
}

/** What is known of a fault when a core reports it. */
export interface FaultReport {
  readonly core: 0 | 1;
  readonly kind: FaultKind;
  /** The address that was read, written or fetched. */
  readonly address: number;
  readonly programCounter: number;
  readonly linkRegister: number;
  readonly stackPointer: number;
  /** The exception in whose handler it happened (IPSR): 0 is none, 3 HardFault, 16 and up interrupts. */
  readonly exception: number;
}
