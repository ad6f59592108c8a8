import type { CortexM0 } from "./cortexM0.ts";
import { addWithFlags, subtractWithFlags } from "./flags.ts";

/** ADDS Rd, Rn, Rm */
export function addRegisters(cpu: CortexM0, opcode: number): void {
  cpu.r[opcode & 7] = addWithFlags(cpu, cpu.r[(opcode >> 3) & 7]!, cpu.r[(opcode >> 6) & 7]!, 0);
}

/** SUBS Rd, Rn, Rm */
export function subtractRegisters(cpu: CortexM0, opcode: number): void {
  cpu.r[opcode & 7] = subtractWithFlags(cpu, cpu.r[(opcode >> 3) & 7]!, cpu.r[(opcode >> 6) & 7]!);
}

/** ADDS Rd, Rn, #imm3 */
export function addImmediate3(cpu: CortexM0, opcode: number): void {
  cpu.r[opcode & 7] = addWithFlags(cpu, cpu.r[(opcode >> 3) & 7]!, (opcode >> 6) & 7, 0);
}

/** SUBS Rd, Rn, #imm3 */
export function subtractImmediate3(cpu: CortexM0, opcode: number): void {
  cpu.r[opcode & 7] = subtractWithFlags(cpu, cpu.r[(opcode >> 3) & 7]!, (opcode >> 6) & 7);
}

/** MOVS Rd, #imm8 */
export function moveImmediate(cpu: CortexM0, opcode: number): void {
  cpu.r[(opcode >> 8) & 7] = cpu.nz = opcode & 255;
}

/** CMP Rn, #imm8 */
export function compareImmediate(cpu: CortexM0, opcode: number): void {
  subtractWithFlags(cpu, cpu.r[(opcode >> 8) & 7]!, opcode & 255);
}

/** ADDS Rdn, #imm8 */
export function addImmediate8(cpu: CortexM0, opcode: number): void {
  const rdn = (opcode >> 8) & 7;
  cpu.r[rdn] = addWithFlags(cpu, cpu.r[rdn]!, opcode & 255, 0);
}

/** SUBS Rdn, #imm8 */
export function subtractImmediate8(cpu: CortexM0, opcode: number): void {
  const rdn = (opcode >> 8) & 7;
  cpu.r[rdn] = subtractWithFlags(cpu, cpu.r[rdn]!, opcode & 255);
}

/** ADCS Rdn, Rm */
export function addWithCarry(cpu: CortexM0, opcode: number): void {
  cpu.r[opcode & 7] = addWithFlags(cpu, cpu.r[opcode & 7]!, cpu.r[(opcode >> 3) & 7]!, cpu.c);
}

/** SBCS Rdn, Rm */
export function subtractWithCarry(cpu: CortexM0, opcode: number): void {
  cpu.r[opcode & 7] = addWithFlags(cpu, cpu.r[opcode & 7]!, ~cpu.r[(opcode >> 3) & 7]!, cpu.c);
}

/** RSBS Rd, Rn, #0 */
export function negate(cpu: CortexM0, opcode: number): void {
  cpu.r[opcode & 7] = subtractWithFlags(cpu, 0, cpu.r[(opcode >> 3) & 7]!);
}

/** CMP Rn, Rm */
export function compareRegisters(cpu: CortexM0, opcode: number): void {
  subtractWithFlags(cpu, cpu.r[opcode & 7]!, cpu.r[(opcode >> 3) & 7]!);
}

/** CMN Rn, Rm */
export function compareNegative(cpu: CortexM0, opcode: number): void {
  addWithFlags(cpu, cpu.r[opcode & 7]!, cpu.r[(opcode >> 3) & 7]!, 0);
}

/** MULS Rdm, Rn: one cycle, for the RP2040 has the fast multiplier (datasheet 2.4.1). */
export function multiply(cpu: CortexM0, opcode: number): void {
  cpu.r[opcode & 7] = cpu.nz = Math.imul(cpu.r[opcode & 7]!, cpu.r[(opcode >> 3) & 7]!);
}

/** The register behind D:Rd of the instructions that reach r8 to r15; the PC reads 4 ahead. */
function anyRegister(cpu: CortexM0, index: number): number {
  return index === 15 ? cpu.r[15]! + 2 : cpu.r[index]!;
}

/** ADD Rdn, Rm with any two registers; no flags. */
export function addHigh(cpu: CortexM0, opcode: number): void {
  const rdn = ((opcode >> 4) & 8) | (opcode & 7);
  cpu.setRegister(rdn, (anyRegister(cpu, rdn) + anyRegister(cpu, (opcode >> 3) & 15)) | 0);
}

/** CMP Rn, Rm with any two registers. */
export function compareHigh(cpu: CortexM0, opcode: number): void {
  const rn = ((opcode >> 4) & 8) | (opcode & 7);
  subtractWithFlags(cpu, anyRegister(cpu, rn), anyRegister(cpu, (opcode >> 3) & 15));
}

/** MOV Rd, Rm with any two registers; no flags. */
export function moveHigh(cpu: CortexM0, opcode: number): void {
  cpu.setRegister(((opcode >> 4) & 8) | (opcode & 7), anyRegister(cpu, (opcode >> 3) & 15));
}

/** ADR Rd, label */
export function addressOfLabel(cpu: CortexM0, opcode: number): void {
  cpu.r[(opcode >> 8) & 7] = ((cpu.r[15]! + 2) & ~3) + ((opcode & 255) << 2);
}

/** ADD Rd, SP, #imm8 */
export function addStackPointer(cpu: CortexM0, opcode: number): void {
  cpu.r[(opcode >> 8) & 7] = cpu.r[13]! + ((opcode & 255) << 2);
}

/** ADD SP, SP, #imm7 and, with bit 7, SUB */
export function adjustStackPointer(cpu: CortexM0, opcode: number): void {
  const amount = (opcode & 127) << 2;
  cpu.r[13] = cpu.r[13]! + ((opcode & 128) !== 0 ? -amount : amount);
}
