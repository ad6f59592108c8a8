import { ts } from "ts-morph";
import * as py from "../../../python/py.ts";
import { inOrder } from "../../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../../expressions/optionalChain.ts";
import { lowerPositional } from "../../functions/arguments.ts";
import type { Lowering } from "../../lowering.ts";
import { isConstant } from "../../values/repeatable.ts";
import type { LibraryCall, LibraryTable } from "../libraryTypes.ts";
import { argumentType } from "./callbackCall.ts";
import { mustSkipHoles, withoutHoles } from "./holes.ts";
import { isSlicePosition, knownPosition } from "./positions.ts";

/** Methods that make a new array from parts of others. */
export const arrayCopies: LibraryTable = {
  "Array.slice": lowerSlice,
  "Array.concat": lowerConcat,
  "Array.flat": lowerFlat,
  "Array.with": (ctx, call) => ctx.callHelper("array_with", ...lowerParts(ctx, call)),
  "Array.toReversed": (ctx, { receiver }) => reversedCopy(lowerChainLink(ctx, receiver!)),
  "Array.toSpliced": (ctx, call) => {
    const [list, ...rest] = lowerParts(ctx, call);
    return ctx.callHelper("to_spliced", list!, ...rest);
  },
};

/** The receiver and the arguments, in order of evaluation. */
export function lowerParts(
  ctx: Lowering,
  { receiver, args }: LibraryCall,
): readonly py.Expression[] {
  return inOrder(ctx, [
    () => lowerChainLink(ctx, receiver!),
    ...args.map((arg) => () => lowerPositional(ctx, [arg])[0]!),
  ]);
}

/** `xs[::-1]` */
export function reversedCopy(list: py.Expression): py.Expression {
  return py.slice(list, undefined, undefined, py.int(-1));
}

/** `xs.slice(a, b)` is `xs[a:b]` for ints of any sign. */
function lowerSlice(ctx: Lowering, call: LibraryCall): py.Expression {
  const [list, start, end] = lowerParts(ctx, call);
  if (!call.args.every((arg) => isSlicePosition(ctx, arg))) {
    return ctx.callHelper("array_slice", ...[list!, start!, end].filter((e) => e !== undefined));
  }
  const isFromStart = call.args[0] && knownPosition(ctx, call.args[0]) === 0;
  return py.slice(list!, isFromStart && isConstant(start!) ? undefined : start, end);
}

/** `a.concat(b)` is `a + b`; what is no array is one element. */
function lowerConcat(ctx: Lowering, call: LibraryCall): py.Expression {
  const parts = call.args.map((arg) => concatPart(ctx, arg));
  const [list, ...values] = lowerParts(ctx, call);
  if (parts.includes("unknown")) return ctx.callHelper("array_concat", list!, ...values);
  if (parts.length === 0) return py.slice(list!);
  return values.reduce(
    (left, value, i) => py.binary(left, "+", parts[i] === "list" ? value : py.list([value])),
    list!,
  );
}

function concatPart(ctx: Lowering, node: ts.Expression): "list" | "element" | "unknown" {
  const { types } = ctx.facts;
  if (ts.isSpreadElement(node)) return "unknown";
  const type = ctx.typeOf(node);
  if (types.isOnly(type, "array")) return "list";
  return types.mayBe(type, "array") || types.mayBe(type, "object") ? "unknown" : "element";
}

/**
 * `xs.flat()` of arrays of arrays:
 *
 *     [item for part in xs for item in part]
 */
function lowerFlat(ctx: Lowering, call: LibraryCall): py.Expression {
  const inner = argumentType(ctx, call.receiver!, "value");
  if (call.args.length > 0 || !ctx.facts.types.isOnly(inner, "array")) {
    const [list, ...depth] = lowerParts(ctx, call);
    const skips = mustSkipHoles(ctx, call.receiver!);
    return ctx.callHelper("array_flat", skips ? withoutHoles(ctx, list!) : list!, ...depth);
  }
  const own = lowerChainLink(ctx, call.receiver!);
  const list = mustSkipHoles(ctx, call.receiver!) ? withoutHoles(ctx, own) : own;
  const part = py.name(ctx.fresh("part"));
  const item = py.name(ctx.fresh("item"));
  ctx.release(part);
  ctx.release(item);
  const clauses = [
    { target: part, iterable: list, conditions: [] },
    { target: item, iterable: part, conditions: [] },
  ];
  return { kind: "comprehension", type: "list", element: item, clauses };
}
