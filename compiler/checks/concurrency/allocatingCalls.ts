import { ts } from "ts-morph";
import { boardName } from "../../facts/contexts/boardNames.ts";
import type { Facts } from "../../facts/facts.ts";

/** Which calls of the library and of the stubs take memory. */

const ofArrays = [
  ...["concat", "entries", "filter", "flat", "flatMap", "join", "keys", "map", "push", "slice"],
  ...["sort", "splice", "toReversed", "toSorted", "toSpliced", "unshift", "values", "with"],
];
const ofTexts = [
  ...["at", "concat", "padEnd", "padStart", "repeat", "replace", "replaceAll", "slice", "split"],
  ...["substring", "toLowerCase", "toUpperCase", "trim", "trimEnd", "trimStart"],
];

/** What makes a list, a text or room for one more item. */
export const allocatingMethods: ReadonlySet<string> = new Set([
  ...ofArrays.map((name) => `Array.${name}`),
  ...ofArrays.map((name) => `ReadonlyArray.${name}`),
  ...ofTexts.map((name) => `String.${name}`),
  "Map.set",
  "Set.add",
  "Number.toString",
  "Number.toFixed",
  "NumberConstructor.parseFloat",
  "String",
  "bytes",
  "bytearray",
  "memoryview",
  "open",
  "time.time_ns",
  "machine.UART.read",
  "asyncio.create_task",
]);

/** What computes with floats, which are objects on the heap. */
export const floatFunctions: ReadonlySet<string> = new Set(
  ["acos", "asin", "atan", "atan2", "cos", "exp", "hypot", "log", "log10", "log2", "pow", "random"]
    .concat(["sin", "sqrt", "tan", "cbrt"])
    .map((name) => `Math.${name}`),
);

const inPlace: ReadonlySet<string> = new Set(["machine.Timer", "Array.pop", "Array.shift"]);

/** What a stub's function gives, where that is a new object; undefined where it is not. */
export function allocatingResult(
  { checker }: Facts,
  node: ts.CallExpression,
  name: string,
): string | undefined {
  const isOwn = inPlace.has(name) || !/^[a-z_]\w*\./.test(name);
  if (isOwn || name.startsWith("threadsafe.") || name.startsWith("array.")) return undefined;
  const type = checker.getTypeAtLocation(node);
  if (type.flags & ts.TypeFlags.StringLike) return "a text";
  if (checker.isTupleType(type) || checker.isArrayType(type)) return "a list";
  return boardName(type.getSymbol()) === "bytes" ? "bytes" : undefined;
}
