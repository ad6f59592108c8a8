import type { CortexM0 } from "./cortexM0.ts";

function bitCount8(bits: number): number {
  let count = 0;
  for (let rest = bits & 255; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** PUSH {registers, LR} */
export function push(cpu: CortexM0, opcode: number): void {
  const withLink = (opcode >> 8) & 1;
  const count = bitCount8(opcode) + withLink;
  const bottom = (cpu.r[13]! - 4 * count) | 0;
  let address = bottom;
  for (let register = 0; register < 8; register++) {
    if ((opcode & (1 << register)) === 0) continue;
    cpu.bus.writeUint32(address, cpu.r[register]!);
    address += 4;
  }
  if (withLink !== 0) cpu.bus.writeUint32(address, cpu.r[14]!);
  cpu.r[13] = bottom;
  cpu.remaining -= count;
}

/** POP {registers, PC}; a popped PC may be an exception's return */
export function pop(cpu: CortexM0, opcode: number): void {
  let address = cpu.r[13]!;
  for (let register = 0; register < 8; register++) {
    if ((opcode & (1 << register)) === 0) continue;
    cpu.r[register] = cpu.bus.readUint32(address);
    address = (address + 4) | 0;
  }
  cpu.remaining -= (address - cpu.r[13]!) >> 2;
  if ((opcode & 256) === 0) {
    cpu.r[13] = address;
    return;
  }
  const target = cpu.bus.readUint32(address);
  cpu.r[13] = address + 4;
  cpu.remaining -= 3;
  cpu.branchExchange(target);
}

/** STM Rn!, {registers} */
export function storeMultiple(cpu: CortexM0, opcode: number): void {
  const base = (opcode >> 8) & 7;
  let address = cpu.r[base]!;
  for (let register = 0; register < 8; register++) {
    if ((opcode & (1 << register)) === 0) continue;
    cpu.bus.writeUint32(address, cpu.r[register]!);
    address = (address + 4) | 0;
    cpu.remaining -= 1;
  }
  cpu.r[base] = address;
}

/** LDM Rn!, {registers}; a base that is loaded is not written back */
export function loadMultiple(cpu: CortexM0, opcode: number): void {
  const base = (opcode >> 8) & 7;
  let address = cpu.r[base]!;
  for (let register = 0; register < 8; register++) {
    if ((opcode & (1 << register)) === 0) continue;
    cpu.r[register] = cpu.bus.readUint32(address);
    address = (address + 4) | 0;
    cpu.remaining -= 1;
  }
  if ((opcode & (1 << base)) === 0) cpu.r[base] = address;
}
