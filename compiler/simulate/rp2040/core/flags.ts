import type { CortexM0 } from "./cortexM0.ts";

/** `a + b + carry` as 32 bits, with N, Z, C and V of the sum. */
export function addWithFlags(cpu: CortexM0, a: number, b: number, carry: number): number {
  const sum = (a + b + carry) | 0;
  cpu.nz = sum;
  cpu.c = ((a & b) | ((a | b) & ~sum)) >>> 31;
  cpu.v = ((a ^ sum) & (b ^ sum)) >>> 31;
  return sum;
}

/** `a - b`; C is set when nothing was borrowed. */
export function subtractWithFlags(cpu: CortexM0, a: number, b: number): number {
  return addWithFlags(cpu, a, ~b, 1);
}
