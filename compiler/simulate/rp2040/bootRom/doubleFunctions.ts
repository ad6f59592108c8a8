import {
  fromFixed,
  fromFixed64,
  joinInt64,
  joinUint64,
  storeInt64,
  toInt32,
  toInt64,
  toUint32,
  toUint64,
} from "./fixedPoint.ts";
import { bitsOfSingle, compare, doubleFromBits, storeDouble } from "./floatBits.ts";
import type { TableFunction } from "./tableFunction.ts";

/** The functions of the double-precision table, at the same offsets as those of the single-precision one. */
export const doubleFunctions: readonly TableFunction[] = [
  binary("dadd", 91, (a, b) => a + b),
  binary("dsub", 95, (a, b) => a - b),
  binary("dmul", 155, (a, b) => a * b),
  binary("ddiv", 183, (a, b) => a / b),
  comparison("dcmp_fast"),
  comparison("dcmp_fast_flags"),
  unary("dsqrt", 169, (v) => (v < 0 ? -Infinity : Math.sqrt(v))),
  toInteger("double2int", 75, (v) => toInt32(v, 0)),
  toInteger("double2fix", 74, toInt32),
  toInteger("double2uint", 63, (v) => toUint32(v, 0)),
  toInteger("double2ufix", 62, toUint32),
  fromInteger("int2double", 69, ([n]) => n | 0),
  fromInteger("fix2double", 68, ([n, point]) => fromFixed(n | 0, point | 0)),
  fromInteger("uint2double", 64, ([n]) => n),
  fromInteger("ufix2double", 62, ([n, point]) => fromFixed(n, point | 0)),
  unary("dcos", 1617, Math.cos),
  unary("dsin", 1618, Math.sin),
  unary("dtan", 1891, Math.tan),
  {
    name: "dsincos",
    cycles: 1650,
    compute: (registers) => {
      const angle = doubleFromBits(registers[0]!, registers[1]!);
      storeDouble(registers, 0, Math.sin(angle));
      storeDouble(registers, 2, Math.cos(angle));
    },
  },
  unary("dexp", 804, Math.exp),
  unary("dln", 428, (v) => (v <= 0 ? -Infinity : Math.log(v))),
  comparison("dcmp"),
  binary("datan2", 2168, Math.atan2),
  fromInteger("int642double", 57, ([low, high]) => fromFixed64(joinInt64(low, high), 0)),
  fromInteger("fix642double", 56, ([low, high, point]) =>
    fromFixed64(joinInt64(low, high), point | 0),
  ),
  fromInteger("uint642double", 57, ([low, high]) => fromFixed64(joinUint64(low, high), 0)),
  fromInteger("ufix642double", 55, ([low, high, point]) =>
    fromFixed64(joinUint64(low, high), point | 0),
  ),
  toInteger64("double2int64", 64, (v) => toInt64(v, 0)),
  toInteger64("double2fix64", 63, toInt64),
  toInteger64("double2uint64", 53, (v) => toUint64(v, 0)),
  toInteger64("double2ufix64", 52, toUint64),
  {
    name: "double2float",
    cycles: 23,
    compute: (registers) => {
      registers[0] = bitsOfSingle(doubleFromBits(registers[0]!, registers[1]!));
    },
  },
];

function binary(
  name: string,
  cycles: number,
  operation: (a: number, b: number) => number,
): TableFunction {
  return {
    name,
    cycles,
    compute: (registers) => {
      const a = doubleFromBits(registers[0]!, registers[1]!);
      const b = doubleFromBits(registers[2]!, registers[3]!);
      storeDouble(registers, 0, operation(a, b));
    },
  };
}

function unary(name: string, cycles: number, operation: (value: number) => number): TableFunction {
  return {
    name,
    cycles,
    compute: (registers) => {
      storeDouble(registers, 0, operation(doubleFromBits(registers[0]!, registers[1]!)));
    },
  };
}

function comparison(name: string): TableFunction {
  return {
    name,
    cycles: 39,
    compute: (registers) => {
      const a = doubleFromBits(registers[0]!, registers[1]!);
      const b = doubleFromBits(registers[2]!, registers[3]!);
      registers[0] = compare(a, b);
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
      const value = doubleFromBits(registers[0]!, registers[1]!);
      registers[0] = convert(value, registers[2]! | 0);
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
      const value = doubleFromBits(registers[0]!, registers[1]!);
      storeInt64(registers, convert(value, registers[2]! | 0));
    },
  };
}

function fromInteger(
  name: string,
  cycles: number,
  convert: (words: readonly [r0: number, r1: number, r2: number]) => number,
): TableFunction {
  return {
    name,
    cycles,
    compute: (registers) => {
      storeDouble(registers, 0, convert([registers[0]!, registers[1]!, registers[2]!]));
    },
  };
}
