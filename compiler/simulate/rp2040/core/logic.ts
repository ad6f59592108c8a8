import type { CortexM0 } from "./cortexM0.ts";

/** ANDS Rdn, Rm */
export function and(cpu: CortexM0, opcode: number): void {
  cpu.r[opcode & 7] = cpu.nz = cpu.r[opcode & 7]! & cpu.r[(opcode >> 3) & 7]!;
}

/** EORS Rdn, Rm */
export function exclusiveOr(cpu: CortexM0, opcode: number): void {
  cpu.r[opcode & 7] = cpu.nz = cpu.r[opcode & 7]! ^ cpu.r[(opcode >> 3) & 7]!;
}

/** ORRS Rdn, Rm */
export function or(cpu: CortexM0, opcode: number): void {
  cpu.r[opcode & 7] = cpu.nz = cpu.r[opcode & 7]! | cpu.r[(opcode >> 3) & 7]!;
}

/** BICS Rdn, Rm */
export function bitClear(cpu: CortexM0, opcode: number): void {
  cpu.r[opcode & 7] = cpu.nz = cpu.r[opcode & 7]! & ~cpu.r[(opcode >> 3) & 7]!;
}

/** MVNS Rd, Rm */
export function not(cpu: CortexM0, opcode: number): void {
  cpu.r[opcode & 7] = cpu.nz = ~cpu.r[(opcode >> 3) & 7]!;
}

/** TST Rn, Rm */
export function test(cpu: CortexM0, opcode: number): void {
  cpu.nz = cpu.r[opcode & 7]! & cpu.r[(opcode >> 3) & 7]!;
}

/** SXTH, SXTB, UXTH, UXTB Rd, Rm, told apart by bits 7 and 6 */
export function extend(cpu: CortexM0, opcode: number): void {
  const value = cpu.r[(opcode >> 3) & 7]!;
  switch ((opcode >> 6) & 3) {
    case 0:
      cpu.r[opcode & 7] = (value << 16) >> 16;
      return;
    case 1:
      cpu.r[opcode & 7] = (value << 24) >> 24;
      return;
    case 2:
      cpu.r[opcode & 7] = value & 0xffff;
      return;
    default:
      cpu.r[opcode & 7] = value & 0xff;
  }
}

/** REV Rd, Rm */
export function reverseBytes(cpu: CortexM0, opcode: number): void {
  const value = cpu.r[(opcode >> 3) & 7]!;
  cpu.r[opcode & 7] =
    (value << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24);
}

/** REV16 Rd, Rm */
export function reverseBytesOfHalves(cpu: CortexM0, opcode: number): void {
  const value = cpu.r[(opcode >> 3) & 7]!;
  cpu.r[opcode & 7] = ((value & 0x00ff00ff) << 8) | ((value >>> 8) & 0x00ff00ff);
}

/** REVSH Rd, Rm */
export function reverseSignedHalf(cpu: CortexM0, opcode: number): void {
  const value = cpu.r[(opcode >> 3) & 7]!;
  cpu.r[opcode & 7] = ((value << 24) >> 16) | ((value >>> 8) & 0xff);
}
