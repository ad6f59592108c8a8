import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import { inOrder } from "../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import { lowerPositional } from "../functions/arguments.ts";
import type { LibraryLowering, LibraryTable } from "./libraryTypes.ts";

const syncOwners = [
  "Iterator",
  "IteratorObject",
  "Generator",
  "ArrayIterator",
  "MapIterator",
  "SetIterator",
  "StringIterator",
];
const asyncOwners = ["AsyncIterator", "AsyncIteratorObject", "AsyncGenerator"];

/** `it.next()` and its kin, called by hand. */
export const iteratorMethods: LibraryTable = Object.fromEntries([
  ...syncOwners.flatMap((owner) =>
    ["next", "return", "throw"].map((name) => [`${owner}.${name}`, onIterator(`iterator_${name}`)]),
  ),
  ...asyncOwners.flatMap((owner) =>
    ["next", "return", "throw"].map((name) => [`${owner}.${name}`, onAsyncIterator(name)]),
  ),
]);

function onIterator(helper: string): LibraryLowering {
  return (ctx, { receiver, args }) =>
    py.call(
      ctx.helper(helper),
      inOrder(ctx, [
        () => lowerChainLink(ctx, receiver!),
        ...args.map((arg) => () => {
          const [value] = lowerPositional(ctx, [arg]);
          return helper === "iterator_throw" && ctx.facts.throwsValues
            ? ctx.callHelper("to_exception", value!)
            : value!;
        }),
      ]),
    );
}

function onAsyncIterator(name: string): LibraryLowering {
  return (ctx, { receiver, args }) => {
    const [object, ...values] = inOrder(ctx, [
      () => lowerChainLink(ctx, receiver!),
      ...args.map((arg) => () => lowerPositional(ctx, [arg])[0]!),
    ]);
    const method = name === "throw" ? "throw_" : attributeName(name);
    return py.callMethod(object!, method, values);
  };
}
