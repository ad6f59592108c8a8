import { ts } from "ts-morph";
import { boardName } from "../../facts/contexts/boardNames.ts";
import type { Facts } from "../../facts/facts.ts";

/** Which calls of the library and of the stubs take memory. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** What of the language's own library works in place: everything else makes something. */
const free: ReadonlySet<string> = new Set([
  ...words("abs ceil clz32 floor imul max min round sign trunc").map((name) => `Math.${name}`),
  ...words("isInteger isFinite isNaN isSafeInteger").map((name) => `NumberConstructor.${name}`),
  ...words(
    "at copyWithin every fill find findIndex findLast findLastIndex forEach includes indexOf",
  ).map((name) => `Array.${name}`),
  ...words("lastIndexOf pop reduce reduceRight reverse shift some").map((name) => `Array.${name}`),
  ...words("charCodeAt codePointAt endsWith includes indexOf lastIndexOf startsWith").map(
    (name) => `String.${name}`,
  ),
  ...words("get has delete clear forEach").flatMap((name) => [`Map.${name}`, `Set.${name}`]),
  ...words("isNaN isFinite parseInt print abs len min max sum int chr ord hash any all bool"),
  ...words("call apply bind").map((name) => `CallableFunction.${name}`),
  "ArrayConstructor.isArray",
  "ObjectConstructor.is",
]);

/** Does a function of the language's library, by its name without a module, take memory? */
export function isAllocatingLibrary(name: string): boolean {
  if (/^[a-z_]\w*\./.test(name)) return modules.has(name);
  const ofElements = name.replace(/^(ReadonlyArray|TypedArrayOf|\w*Array)\./, "Array.");
  return !free.has(ofElements) && !/^(Console|Promise|set|clear|queue)/.test(name);
}

/** What of MicroPython's modules takes memory though it gives nothing new. */
const modules: ReadonlySet<string> = new Set([
  "time.time_ns",
  "machine.UART.read",
  "asyncio.create_task",
]);

/** What computes with floats, which are objects on the heap. */
export const floatFunctions: ReadonlySet<string> = new Set(
  words(
    "acos asin atan atan2 cos exp hypot log log10 log2 pow random sin sqrt tan cbrt fround",
  ).map((name) => `Math.${name}`),
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
