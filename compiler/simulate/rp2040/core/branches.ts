import type { CortexM0 } from "./cortexM0.ts";

/** The jump of a conditional branch that is taken: 2 cycles. */
function take(cpu: CortexM0, opcode: number): void {
  cpu.r[15] = cpu.r[15]! + 2 + (((opcode & 255) << 24) >> 23);
  cpu.remaining -= 1;
}

export function branchIfEqual(cpu: CortexM0, opcode: number): void {
  if (cpu.nz === 0) take(cpu, opcode);
}

export function branchIfNotEqual(cpu: CortexM0, opcode: number): void {
  if (cpu.nz !== 0) take(cpu, opcode);
}

export function branchIfCarry(cpu: CortexM0, opcode: number): void {
  if (cpu.c !== 0) take(cpu, opcode);
}

export function branchIfNoCarry(cpu: CortexM0, opcode: number): void {
  if (cpu.c === 0) take(cpu, opcode);
}

export function branchIfMinus(cpu: CortexM0, opcode: number): void {
  if (cpu.nz < 0) take(cpu, opcode);
}

export function branchIfPlus(cpu: CortexM0, opcode: number): void {
  if (cpu.nz >= 0) take(cpu, opcode);
}

export function branchIfOverflow(cpu: CortexM0, opcode: number): void {
  if (cpu.v !== 0) take(cpu, opcode);
}

export function branchIfNoOverflow(cpu: CortexM0, opcode: number): void {
  if (cpu.v === 0) take(cpu, opcode);
}

export function branchIfHigher(cpu: CortexM0, opcode: number): void {
  if (cpu.c !== 0 && cpu.nz !== 0) take(cpu, opcode);
}

export function branchIfLowerOrSame(cpu: CortexM0, opcode: number): void {
  if (cpu.c === 0 || cpu.nz === 0) take(cpu, opcode);
}

export function branchIfGreaterOrEqual(cpu: CortexM0, opcode: number): void {
  if (cpu.nz >>> 31 === cpu.v) take(cpu, opcode);
}

export function branchIfLess(cpu: CortexM0, opcode: number): void {
  if (cpu.nz >>> 31 !== cpu.v) take(cpu, opcode);
}

export function branchIfGreater(cpu: CortexM0, opcode: number): void {
  if (cpu.nz !== 0 && cpu.nz >>> 31 === cpu.v) take(cpu, opcode);
}

export function branchIfLessOrEqual(cpu: CortexM0, opcode: number): void {
  if (cpu.nz === 0 || cpu.nz >>> 31 !== cpu.v) take(cpu, opcode);
}

/** B label */
export function branch(cpu: CortexM0, opcode: number): void {
  cpu.r[15] = cpu.r[15]! + 2 + (((opcode & 2047) << 21) >> 20);
  cpu.remaining -= 1;
}

/** BX Rm, and with bit 7 BLX Rm */
export function branchExchange(cpu: CortexM0, opcode: number): void {
  const target = cpu.r[(opcode >> 3) & 15]!;
  cpu.remaining -= 1;
  if ((opcode & 128) !== 0) {
    cpu.r[14] = cpu.r[15]! | 1;
    cpu.jumpToThumb(target);
  } else {
    cpu.branchExchange(target);
  }
}
