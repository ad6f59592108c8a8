import type { CortexM0 } from "./cortexM0.ts";

/** Address of `[Rn, Rm]`. */
function indexed(cpu: CortexM0, opcode: number): number {
  return (cpu.r[(opcode >> 3) & 7]! + cpu.r[(opcode >> 6) & 7]!) | 0;
}

/** Address of `[Rn, #imm5]`, the immediate counted in elements of `1 << scale` bytes. */
function offset(cpu: CortexM0, opcode: number, scale: number): number {
  return (cpu.r[(opcode >> 3) & 7]! + (((opcode >> 6) & 31) << scale)) | 0;
}

/** LDR Rt, label */
export function loadLiteral(cpu: CortexM0, opcode: number): void {
  const address = (((cpu.r[15]! + 2) & ~3) + ((opcode & 255) << 2)) | 0;
  cpu.r[(opcode >> 8) & 7] = cpu.bus.readUint32(address);
  cpu.remaining -= 1;
}

/** STR Rt, [Rn, Rm] */
export function storeIndexed(cpu: CortexM0, opcode: number): void {
  const address = indexed(cpu, opcode);
  cpu.chargeAccess(address);
  cpu.bus.writeUint32(address, cpu.r[opcode & 7]!);
}

/** STRH Rt, [Rn, Rm] */
export function storeHalfIndexed(cpu: CortexM0, opcode: number): void {
  const address = indexed(cpu, opcode);
  cpu.chargeAccess(address);
  cpu.bus.writeUint16(address, cpu.r[opcode & 7]! & 0xffff);
}

/** STRB Rt, [Rn, Rm] */
export function storeByteIndexed(cpu: CortexM0, opcode: number): void {
  const address = indexed(cpu, opcode);
  cpu.chargeAccess(address);
  cpu.bus.writeUint8(address, cpu.r[opcode & 7]! & 0xff);
}

/** LDRSB Rt, [Rn, Rm] */
export function loadSignedByteIndexed(cpu: CortexM0, opcode: number): void {
  const address = indexed(cpu, opcode);
  cpu.chargeAccess(address);
  cpu.r[opcode & 7] = (cpu.bus.readUint8(address) << 24) >> 24;
}

/** LDR Rt, [Rn, Rm] */
export function loadIndexed(cpu: CortexM0, opcode: number): void {
  const address = indexed(cpu, opcode);
  cpu.chargeAccess(address);
  cpu.r[opcode & 7] = cpu.bus.readUint32(address);
}

/** LDRH Rt, [Rn, Rm] */
export function loadHalfIndexed(cpu: CortexM0, opcode: number): void {
  const address = indexed(cpu, opcode);
  cpu.chargeAccess(address);
  cpu.r[opcode & 7] = cpu.bus.readUint16(address);
}

/** LDRB Rt, [Rn, Rm] */
export function loadByteIndexed(cpu: CortexM0, opcode: number): void {
  const address = indexed(cpu, opcode);
  cpu.chargeAccess(address);
  cpu.r[opcode & 7] = cpu.bus.readUint8(address);
}

/** LDRSH Rt, [Rn, Rm] */
export function loadSignedHalfIndexed(cpu: CortexM0, opcode: number): void {
  const address = indexed(cpu, opcode);
  cpu.chargeAccess(address);
  cpu.r[opcode & 7] = (cpu.bus.readUint16(address) << 16) >> 16;
}

/** STR Rt, [Rn, #imm5] */
export function store(cpu: CortexM0, opcode: number): void {
  const address = offset(cpu, opcode, 2);
  cpu.chargeAccess(address);
  cpu.bus.writeUint32(address, cpu.r[opcode & 7]!);
}

/** LDR Rt, [Rn, #imm5] */
export function load(cpu: CortexM0, opcode: number): void {
  const address = offset(cpu, opcode, 2);
  cpu.chargeAccess(address);
  cpu.r[opcode & 7] = cpu.bus.readUint32(address);
}

/** STRB Rt, [Rn, #imm5] */
export function storeByte(cpu: CortexM0, opcode: number): void {
  const address = offset(cpu, opcode, 0);
  cpu.chargeAccess(address);
  cpu.bus.writeUint8(address, cpu.r[opcode & 7]! & 0xff);
}

/** LDRB Rt, [Rn, #imm5] */
export function loadByte(cpu: CortexM0, opcode: number): void {
  const address = offset(cpu, opcode, 0);
  cpu.chargeAccess(address);
  cpu.r[opcode & 7] = cpu.bus.readUint8(address);
}

/** STRH Rt, [Rn, #imm5] */
export function storeHalf(cpu: CortexM0, opcode: number): void {
  const address = offset(cpu, opcode, 1);
  cpu.chargeAccess(address);
  cpu.bus.writeUint16(address, cpu.r[opcode & 7]! & 0xffff);
}

/** LDRH Rt, [Rn, #imm5] */
export function loadHalf(cpu: CortexM0, opcode: number): void {
  const address = offset(cpu, opcode, 1);
  cpu.chargeAccess(address);
  cpu.r[opcode & 7] = cpu.bus.readUint16(address);
}

/** STR Rt, [SP, #imm8] */
export function storeStack(cpu: CortexM0, opcode: number): void {
  cpu.remaining -= 1;
  cpu.bus.writeUint32((cpu.r[13]! + ((opcode & 255) << 2)) | 0, cpu.r[(opcode >> 8) & 7]!);
}

/** LDR Rt, [SP, #imm8] */
export function loadStack(cpu: CortexM0, opcode: number): void {
  cpu.remaining -= 1;
  cpu.r[(opcode >> 8) & 7] = cpu.bus.readUint32((cpu.r[13]! + ((opcode & 255) << 2)) | 0);
}
