import type { CortexM0 } from "./cortexM0.ts";

/** LSLS Rd, Rm, #imm5; with 0 it is MOVS Rd, Rm and leaves C alone. */
export function shiftLeftImmediate(cpu: CortexM0, opcode: number): void {
  const value = cpu.r[(opcode >> 3) & 7]!;
  const count = (opcode >> 6) & 31;
  if (count !== 0) cpu.c = (value >>> (32 - count)) & 1;
  cpu.r[opcode & 7] = cpu.nz = value << count;
}

/** LSRS Rd, Rm, #imm5; 0 means 32. */
export function shiftRightImmediate(cpu: CortexM0, opcode: number): void {
  const value = cpu.r[(opcode >> 3) & 7]!;
  const count = (opcode >> 6) & 31;
  cpu.c = (value >>> (count === 0 ? 31 : count - 1)) & 1;
  cpu.r[opcode & 7] = cpu.nz = count === 0 ? 0 : (value >>> count) | 0;
}

/** ASRS Rd, Rm, #imm5; 0 means 32. */
export function shiftArithmeticImmediate(cpu: CortexM0, opcode: number): void {
  const value = cpu.r[(opcode >> 3) & 7]!;
  const count = (opcode >> 6) & 31;
  cpu.c = (value >> (count === 0 ? 31 : count - 1)) & 1;
  cpu.r[opcode & 7] = cpu.nz = value >> (count === 0 ? 31 : count);
}

/** LSLS Rdn, Rm */
export function shiftLeft(cpu: CortexM0, opcode: number): void {
  const count = cpu.r[(opcode >> 3) & 7]! & 255;
  const value = cpu.r[opcode & 7]!;
  if (count === 0) {
    cpu.nz = value;
    return;
  }
  cpu.c = count > 32 ? 0 : count === 32 ? value & 1 : (value >>> (32 - count)) & 1;
  cpu.r[opcode & 7] = cpu.nz = count > 31 ? 0 : value << count;
}

/** LSRS Rdn, Rm */
export function shiftRight(cpu: CortexM0, opcode: number): void {
  const count = cpu.r[(opcode >> 3) & 7]! & 255;
  const value = cpu.r[opcode & 7]!;
  if (count === 0) {
    cpu.nz = value;
    return;
  }
  cpu.c = count > 32 ? 0 : (value >>> (count - 1)) & 1;
  cpu.r[opcode & 7] = cpu.nz = count > 31 ? 0 : (value >>> count) | 0;
}

/** ASRS Rdn, Rm */
export function shiftArithmetic(cpu: CortexM0, opcode: number): void {
  const count = cpu.r[(opcode >> 3) & 7]! & 255;
  const value = cpu.r[opcode & 7]!;
  if (count === 0) {
    cpu.nz = value;
    return;
  }
  cpu.c = (value >> (count > 32 ? 31 : count - 1)) & 1;
  cpu.r[opcode & 7] = cpu.nz = value >> (count > 31 ? 31 : count);
}

/** RORS Rdn, Rm */
export function rotateRight(cpu: CortexM0, opcode: number): void {
  const count = cpu.r[(opcode >> 3) & 7]! & 255;
  const value = cpu.r[opcode & 7]!;
  const turn = count & 31;
  const result = turn === 0 ? value : (value >>> turn) | (value << (32 - turn));
  if (count !== 0) cpu.c = result >>> 31;
  cpu.r[opcode & 7] = cpu.nz = result | 0;
}
