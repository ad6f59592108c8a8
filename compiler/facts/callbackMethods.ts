/** What a built-in method passes to the function it is given. */
export type CallbackArgument = "previous" | "value" | "index" | "array";

/** A built-in method that calls a function for the elements of something before it returns. */
export interface CallbackMethod {
  /** Which of its arguments is the function. */
  readonly at: number;
  /** What the function is passed, in order. */
  readonly passes: readonly CallbackArgument[];
}

const forEachElement: CallbackMethod = { at: 0, passes: ["value", "index", "array"] };
const accumulating: CallbackMethod = { at: 0, passes: ["previous", "value", "index", "array"] };

/** The methods of arrays; typed arrays have all but one of them. */
const ofArrays: readonly (readonly [string, CallbackMethod])[] = [
  ["Array.every", forEachElement],
  ["Array.filter", forEachElement],
  ["Array.find", forEachElement],
  ["Array.findIndex", forEachElement],
  ["Array.findLast", forEachElement],
  ["Array.findLastIndex", forEachElement],
  ["Array.flatMap", forEachElement],
  ["Array.forEach", forEachElement],
  ["Array.map", forEachElement],
  ["Array.some", forEachElement],
  ["Array.reduce", accumulating],
  ["Array.reduceRight", accumulating],
];

/** The methods whose function can be lowered in place, as the body of a loop, by library key. */
export const callbackMethods: ReadonlyMap<string, CallbackMethod> = new Map([
  ...ofArrays,
  ...ofArrays
    .filter(([key]) => key !== "Array.flatMap")
    .map(([key, method]) => [key.replace("Array", "TypedArrayOf"), method] as const),
  ["ArrayConstructor.from", { at: 1, passes: ["value", "index"] }],
]);
