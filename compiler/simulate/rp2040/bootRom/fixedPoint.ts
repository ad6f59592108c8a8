/** Conversions between floating point and fixed point numbers, all towards minus infinity, all clamped. */

const INT32 = { lowest: -0x8000_0000, highest: 0x7fff_ffff };
const UINT32 = { lowest: 0, highest: 0xffff_ffff };
const INT64 = { lowest: -(1n << 63n), highest: (1n << 63n) - 1n };
const UINT64 = { lowest: 0n, highest: (1n << 64n) - 1n };

/** `point`: how many of the result's bits lie behind its binary point. */
export function toInt32(value: number, point: number): number {
  return clamp(value, point, INT32);
}

export function toUint32(value: number, point: number): number {
  return clamp(value, point, UINT32);
}

export function toInt64(value: number, point: number): bigint {
  return clamp64(value, point, INT64);
}

export function toUint64(value: number, point: number): bigint {
  return clamp64(value, point, UINT64);
}

export function fromFixed(value: number, point: number): number {
  return value * 2 ** -point;
}

/**
 * The double that rounds to the same single as the 64-bit number does: its lowest bit stands for all that were cut
 * off below, so that no tie is seen where there is none.
 */
export function fromFixed64ToSingle(value: bigint, point: number): number {
  const magnitude = value < 0n ? -value : value;
  if (magnitude < 1n << 53n) return Number(value) * 2 ** -point;
  const cut = magnitude >> 11n;
  const sticky = cut << 11n === magnitude ? cut : cut | 1n;
  return Number(value < 0n ? -sticky : sticky) * 2 ** (11 - point);
}

export function fromFixed64(value: bigint, point: number): number {
  return Number(value) * 2 ** -point;
}

export function joinInt64(low: number, high: number): bigint {
  return BigInt.asIntN(64, joinUint64(low, high));
}

export function joinUint64(low: number, high: number): bigint {
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

export function storeInt64(registers: Uint32Array, value: bigint): void {
  registers[0] = Number(BigInt.asUintN(32, value));
  registers[1] = Number(BigInt.asUintN(32, value >> 32n));
}

interface Range<T> {
  readonly lowest: T;
  readonly highest: T;
}

function clamp(value: number, point: number, { lowest, highest }: Range<number>): number {
  const scaled = Math.floor(value * 2 ** point);
  return scaled > lowest ? Math.min(scaled, highest) : lowest;
}

function clamp64(value: number, point: number, { lowest, highest }: Range<bigint>): bigint {
  const scaled = Math.floor(value * 2 ** point);
  if (scaled >= Number(highest)) return highest;
  return scaled > Number(lowest) ? BigInt(scaled) : lowest;
}
