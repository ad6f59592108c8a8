import * as py from "../../../python/py.ts";
import type { Lowering } from "../../lowering.ts";
import type { LibraryCall, LibraryTable } from "../libraryTypes.ts";
import {
  argumentType,
  atHoles,
  type CallbackCall,
  elementName,
  isAssigned,
  lowerCallbackCall,
  settledSource,
} from "./callbackCall.ts";
import { type ElementLoop, lowerElementLoop } from "./elementLoop.ts";
import { type SearchResult, searchResult, whenTrue } from "./loopResult.ts";
import { lowerSomeEqual } from "./membership.ts";

/** Methods that call a function for the elements until they know enough. */
export const arrayLoops: LibraryTable = {
  "Array.forEach": lowerForEach,
  "Array.some": (ctx, call) => lowerTest(ctx, call, "some"),
  "Array.every": (ctx, call) => lowerTest(ctx, call, "every"),
  "Array.find": (ctx, call) => lowerFind(ctx, call, "find"),
  "Array.findLast": (ctx, call) => lowerFind(ctx, call, "findLast"),
  "Array.findIndex": (ctx, call) => lowerFindIndex(ctx, call, "findIndex"),
  "Array.findLastIndex": (ctx, call) => lowerFindIndex(ctx, call, "findLastIndex"),
};

/**
 * `xs.forEach(f)`
 *
 *     for x in xs:
 *         f(x)
 */
function lowerForEach(ctx: Lowering, call: LibraryCall): py.Expression {
  const parts = lowerCallbackCall(ctx, call, "Array.forEach", "effect");
  run(ctx, parts, { missing: "skip", ...atHoles(ctx, parts) }, { wanted: "effect", use: () => [] });
  return py.noneValue();
}

/**
 * `xs.some(f)`; `every` the other way round:
 *
 *     found = False
 *     for x in xs:
 *         if f(x):
 *             found = True
 *             break
 */
function lowerTest(ctx: Lowering, call: LibraryCall, name: "some" | "every"): py.Expression {
  const membership = lowerSomeEqual(ctx, call, name);
  if (membership) return membership;
  const parts = lowerCallbackCall(ctx, call, `Array.${name}`, "condition");
  const isSome = name === "some";
  const result = searchResult(ctx, call.node, isSome ? "found" : "holds", py.bool(!isSome));
  const options = { missing: "skip", ...atHoles(ctx, parts) } as const;
  return search(ctx, parts, result, options, (test, leave) =>
    whenTrue(isSome ? test : py.not(test), result.found(py.bool(isSome), leave)),
  );
}

/** `xs.find(f)`, see `SearchResult`. */
function lowerFind(ctx: Lowering, call: LibraryCall, name: "find" | "findLast"): py.Expression {
  const parts = lowerCallbackCall(ctx, call, `Array.${name}`, "condition");
  const element = elementName(ctx, parts);
  const result = searchResult(ctx, call.node, "found", py.noneValue());
  const missing = missingElement(ctx, call);
  const options = { missing, element, backwards: name === "findLast" };
  return search(ctx, parts, result, options, (test, leave) =>
    whenTrue(test, result.found(element, leave)),
  );
}

/** `xs.findIndex(f)` */
function lowerFindIndex(
  ctx: Lowering,
  call: LibraryCall,
  name: "findIndex" | "findLastIndex",
): py.Expression {
  const parts = lowerCallbackCall(ctx, call, `Array.${name}`, "condition");
  const own = parts.callback.parameters.index?.target;
  const isOwn = own?.kind === "name" && !isAssigned(ctx, parts.callback.inlined?.parameters[1]);
  const index = isOwn ? own : parts.callback.spare.index;
  const result = searchResult(ctx, call.node, "index", py.int(-1));
  const missing = missingElement(ctx, call);
  const options = { missing, index, backwards: name === "findLastIndex" };
  return search(ctx, parts, result, options, (test, leave) =>
    whenTrue(test, result.found(index, leave)),
  );
}

/** An element that is gone by its turn reads as undefined only where the elements may be that. */
function missingElement(ctx: Lowering, call: LibraryCall): ElementLoop["missing"] {
  const element = argumentType(ctx, call.receiver!, "value");
  return ctx.facts.types.mayBe(element, "undefined") ? "undefined" : "throw";
}

type Options = Omit<ElementLoop, "callback" | "source">;

function search(
  ctx: Lowering,
  parts: CallbackCall,
  result: SearchResult,
  options: Options,
  use: (test: py.Expression, leave: () => readonly py.Statement[]) => readonly py.Statement[],
): py.Expression {
  const source = settledSource(ctx, parts, options.index !== undefined);
  ctx.prerequisite(...result.before);
  const loop = { callback: parts.callback, source, ...options };
  ctx.prerequisite(...lowerElementLoop(ctx, loop, { wanted: "condition", use }));
  return result.value;
}

function run(
  ctx: Lowering,
  parts: CallbackCall,
  options: Options,
  use: Parameters<typeof lowerElementLoop>[2],
): void {
  const loop = { callback: parts.callback, source: settledSource(ctx, parts), ...options };
  ctx.prerequisite(...lowerElementLoop(ctx, loop, use));
}
