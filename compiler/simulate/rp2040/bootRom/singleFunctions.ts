import {
  fromFixed,
  fromFixed64ToSingle,
  joinInt64,
  joinUint64,
  storeInt64,
  toInt32,
  toInt64,
  toUint32,
  toUint64,
} from "./fixedPoint.ts";
import { bitsOfSingle, compare, singleFromBits, storeDouble } from "./floatBits.ts";
import type { TableFunction } from "./tableFunction.ts";

/**
 * The functions of the single-precision table, one per word (RP2040 datasheet, 2.8.3.2.2; the offsets are those of the
 * SDK's `sf_table.h`).
 */
export const singleFunctions: readonly TableFunction[] = [
  binary("fadd", 71, (a, b) => a + b),
  binary("fsub", 74, (a, b) => a - b),
  binary("fmul", 69, (a, b) => a * b),
  binary("fdiv", 71, (a, b) => a / b),
  comparison("fcmp_fast"),
  comparison("fcmp_fast_flags"),
  unary("fsqrt", 63, (v) => (v < 0 ? -Infinity : Math.sqrt(v))),
  toInteger("float2int", 40, (v) => toInt32(v, 0)),
  toInteger("float2fix", 40, toInt32),
  toInteger("float2uint", 39, (v) => toUint32(v, 0)),
  toInteger("float2ufix", 39, toUint32),
  fromInteger("int2float", 55, (n) => n | 0),
  fromInteger("fix2float", 53, (n, point) => fromFixed(n | 0, point)),
  fromInteger("uint2float", 55, (n) => n),
  fromInteger("ufix2float", 53, fromFixed),
  unary("fcos", 587, Math.cos),
  sineAndCosine("fsin", 587),
  unary("ftan", 669, Math.tan),
  sineAndCosine("fsincos", 600),
  unary("fexp", 542, Math.exp),
  unary("fln", 810, (v) => (v <= 0 ? -Infinity : Math.log(v))),
  comparison("fcmp"),
  binary("fatan2", 599, Math.atan2),
  fromInteger64("int642float", 56, ([low, high]) => fromFixed64ToSingle(joinInt64(low, high), 0)),
  fromInteger64("fix642float", 53, ([low, high, point]) =>
    fromFixed64ToSingle(joinInt64(low, high), point | 0),
  ),
  fromInteger64("uint642float", 54, ([low, high]) => fromFixed64ToSingle(joinUint64(low, high), 0)),
  fromInteger64("ufix642float", 53, ([low, high, point]) =>
    fromFixed64ToSingle(joinUint64(low, high), point | 0),
  ),
  toInteger64("float2int64", 54, (v) => toInt64(v, 0)),
  toInteger64("float2fix64", 53, toInt64),
  toInteger64("float2uint64", 42, (v) => toUint64(v, 0)),
  toInteger64("float2ufix64", 41, toUint64),
  {
    name: "float2double",
    cycles: 15,
    compute: (registers) => storeDouble(registers, 0, singleFromBits(registers[0]!)),
  },
];

/** Arithmetic in double precision, rounded once to single, is exact for these: 53 bits are more than twice 24 and two. */
function binary(
  name: string,
  cycles: number,
  operation: (a: number, b: number) => number,
): TableFunction {
  return {
    name,
    cycles,
    compute: (registers) => {
      const [a, b] = [singleFromBits(registers[0]!), singleFromBits(registers[1]!)];
      registers[0] = bitsOfSingle(operation(a, b));
    },
  };
}

function unary(name: string, cycles: number, operation: (value: number) => number): TableFunction {
  return {
    name,
    cycles,
    compute: (registers) => {
      registers[0] = bitsOfSingle(operation(singleFromBits(registers[0]!)));
    },
  };
}

/** `sincosf` of the SDK takes the sine from r0 and the cosine from r1. */
function sineAndCosine(name: string, cycles: number): TableFunction {
  return {
    name,
    cycles,
    compute: (registers) => {
      const angle = singleFromBits(registers[0]!);
      registers[0] = bitsOfSingle(Math.sin(angle));
      registers[1] = bitsOfSingle(Math.cos(angle));
    },
  };
}

function comparison(name: string): TableFunction {
  return {
    name,
    cycles: 25,
    compute: (registers) => {
      registers[0] = compare(singleFromBits(registers[0]!), singleFromBits(registers[1]!));
    },
  };
}

function toInteger(
  name: string,
  cycles: number,
  convert: (value: number, point: number) => number,
): TableFunction {
  return {
    name,
    cycles,
    compute: (registers) => {
      registers[0] = convert(singleFromBits(registers[0]!), registers[1]! | 0);
    },
  };
}

function toInteger64(
  name: string,
  cycles: number,
  convert: (value: number, point: number) => bigint,
): TableFunction {
  return {
    name,
    cycles,
    compute: (registers) => {
      storeInt64(registers, convert(singleFromBits(registers[0]!), registers[1]! | 0));
    },
  };
}

function fromInteger(
  name: string,
  cycles: number,
  convert: (value: number, point: number) => number,
): TableFunction {
  return {
    name,
    cycles,
    compute: (registers) => {
      registers[0] = bitsOfSingle(convert(registers[0]!, registers[1]! | 0));
    },
  };
}

function fromInteger64(
  name: string,
  cycles: number,
  convert: (words: readonly [low: number, high: number, point: number]) => number,
): TableFunction {
  return {
    name,
    cycles,
    compute: (registers) => {
      registers[0] = bitsOfSingle(convert([registers[0]!, registers[1]!, registers[2]!]));
    },
  };
}
