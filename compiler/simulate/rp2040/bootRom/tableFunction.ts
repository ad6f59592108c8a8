/** One entry of a table of floating point functions. */
export interface TableFunction {
  readonly name: string;
  /** What the original takes on average: RP2040 datasheet, 2.8.3.2.2. */
  readonly cycles: number;
  /** Works on r0 to r3, as the ARM calling convention for soft floats has it. */
  readonly compute: (registers: Uint32Array) => void;
}
