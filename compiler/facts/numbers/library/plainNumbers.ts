import { anyNumber, type NumberFact } from "../../numberFacts.ts";
import {
  anyFloat,
  anyIndex,
  anyInt,
  anyLength,
  exactly,
  intRange,
  join,
  onlyNaN,
} from "../values/lattice.ts";

/*
 * What the built-ins mean where their declarations say `number`, by key (see `libraryKey`). What is
 * not here may be any number. Results that depend on the operands are in `libraryCalls.ts`.
 */

const indexOrNone = intRange(-1, anyIndex.hi);
const time = intRange(-(2 ** 53), 2 ** 53);
const intOrNaN = join({ ...anyInt, negativeZero: true }, onlyNaN);
const timeOrNaN = join(time, onlyNaN);

const facts: ReadonlyMap<string, NumberFact> = new Map([
  ["Array.indexOf", indexOrNone],
  ["Array.lastIndexOf", indexOrNone],
  ["Array.findIndex", indexOrNone],
  ["Array.findLastIndex", indexOrNone],
  ["Array.push", anyLength],
  ["Array.unshift", anyLength],
  ["Array.keys", anyIndex],
  ["Array.entries", anyIndex],
  ["TypedArrayOf.indexOf", indexOrNone],
  ["TypedArrayOf.lastIndexOf", indexOrNone],
  ["TypedArrayOf.findIndex", indexOrNone],
  ["TypedArrayOf.findLastIndex", indexOrNone],
  ["TypedArrayOf.keys", anyIndex],
  ["TypedArrayOf.entries", anyIndex],
  ["TypedArrayOf.BYTES_PER_ELEMENT", intRange(1, 8)],
  ["TypedArrayConstructorOf.BYTES_PER_ELEMENT", intRange(1, 8)],
  ["ArrayBufferView.byteLength", anyLength],
  ["DataView.byteOffset", anyLength],
  ["ArrayBuffer.byteLength", anyLength],
  ["Array.length", anyLength],
  ["String.length", anyLength],
  ["Map.size", anyLength],
  ["Set.size", anyLength],
  ["String.indexOf", indexOrNone],
  ["String.lastIndexOf", indexOrNone],
  ["String.search", indexOrNone],
  ["String.charCodeAt", intRange(0, 0x10ffff)],
  ["String.codePointAt", intRange(0, 0x10ffff)],
  ["RegExpMatchArray.index", anyIndex],
  ["RegExpExecArray.index", anyIndex],
  ["RegExp.lastIndex", anyLength],
  ["DateConstructor.now", time],
  ["Date.getTime", timeOrNaN],
  ["Date.valueOf", timeOrNaN],
  ["parseInt", intOrNaN],
  ["NumberConstructor.parseInt", intOrNaN],
  ["Math.E", exactly(Math.E)],
  ["Math.LN10", exactly(Math.LN10)],
  ["Math.LN2", exactly(Math.LN2)],
  ["Math.LOG2E", exactly(Math.LOG2E)],
  ["Math.LOG10E", exactly(Math.LOG10E)],
  ["Math.PI", exactly(Math.PI)],
  ["Math.SQRT1_2", exactly(Math.SQRT1_2)],
  ["Math.SQRT2", exactly(Math.SQRT2)],
  ["NumberConstructor.MAX_SAFE_INTEGER", exactly(Number.MAX_SAFE_INTEGER)],
  ["NumberConstructor.MIN_SAFE_INTEGER", exactly(Number.MIN_SAFE_INTEGER)],
  ["NumberConstructor.MAX_VALUE", anyFloat],
  ["NumberConstructor.MIN_VALUE", anyFloat],
  ["NumberConstructor.EPSILON", anyFloat],
  ["NumberConstructor.NaN", onlyNaN],
  ["NumberConstructor.POSITIVE_INFINITY", exactly(Number.POSITIVE_INFINITY)],
  ["NumberConstructor.NEGATIVE_INFINITY", exactly(Number.NEGATIVE_INFINITY)],
  ["NaN", onlyNaN],
  ["Infinity", exactly(Number.POSITIVE_INFINITY)],
  ["DataView.getInt8", intRange(-0x80, 0x7f)],
  ["DataView.getUint8", intRange(0, 0xff)],
  ["DataView.getInt16", intRange(-0x8000, 0x7fff)],
  ["DataView.getUint16", intRange(0, 0xffff)],
  ["DataView.getInt32", intRange(-0x80000000, 0x7fffffff)],
  ["DataView.getUint32", intRange(0, 0xffffffff)],
  ["DataView.getFloat32", anyFloat],
  ["DataView.getFloat64", anyFloat],
  ["len", anyLength],
]);

export function plainNumberOf(key: string | undefined): NumberFact {
  if (key === undefined) return anyNumber;
  // An invalid date gives NaN everywhere.
  if (/^Date\.[gs]et/.test(key)) return timeOrNaN;
  return facts.get(key) ?? anyNumber;
}
