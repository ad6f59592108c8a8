import { ts } from "ts-morph";
import { isInt } from "../../../facts/numberFacts.ts";
import { skipWrappers } from "../../../facts/syntax.ts";
import type { ValueKind } from "../../../facts/typeFacts.ts";
import * as py from "../../../python/py.ts";
import { lowerChainLink } from "../../expressions/optionalChain.ts";
import type { Lowering } from "../../lowering.ts";
import type { LibraryCall, LibraryTable } from "../libraryTypes.ts";
import { lowerParts } from "./arrayCopies.ts";
import { canReadTwice } from "./arrayEnds.ts";
import { argumentType } from "./callbackCall.ts";
import { isSlicePosition, knownPosition } from "./positions.ts";
import { isAsserted } from "./resultUse.ts";

/** Methods that look for a value, or look at one place. */
export const arrayLookups: LibraryTable = {
  "Array.includes": lowerIncludes,
  "Array.indexOf": lowerIndexOf,
  "Array.lastIndexOf": (ctx, call) =>
    ctx.callHelper("array_last_index_of", ...lowerParts(ctx, call)),
  "Array.at": lowerAt,
};

/** `xs.includes(v)` is `v in xs` where Python's `==` is JavaScript's `===`, and v is not NaN. */
function lowerIncludes(ctx: Lowering, call: LibraryCall): py.Expression {
  const [list, value, start] = lowerParts(ctx, call);
  const [wanted, from] = call.args;
  if (!hasPlainEquality(ctx, call, wanted!) || mayBeNaN(ctx, wanted!)) {
    return helper(ctx, "array_includes", list!, value!, start);
  }
  if (!from) return py.compare(value!, "in", list!);
  if (!isSlicePosition(ctx, from)) return helper(ctx, "array_includes", list!, value!, start);
  return py.compare(value!, "in", py.slice(list!, start));
}

/** `xs.indexOf(v)`: by Python's own search where that finds the same. */
function lowerIndexOf(ctx: Lowering, call: LibraryCall): py.Expression {
  const [list, value, start] = lowerParts(ctx, call);
  const [wanted, from] = call.args;
  const isPlain = hasPlainEquality(ctx, call, wanted!) && (!from || isSlicePosition(ctx, from));
  return helper(ctx, isPlain ? "list_index" : "array_index_of", list!, value!, start);
}

function helper(
  ctx: Lowering,
  name: string,
  list: py.Expression,
  value: py.Expression,
  start: py.Expression | undefined,
): py.Expression {
  return start ? ctx.callHelper(name, list, value, start) : ctx.callHelper(name, list, value);
}

function mayBeNaN(ctx: Lowering, node: ts.Expression): boolean {
  const { types, numbers } = ctx.facts;
  return types.mayBe(ctx.typeOf(node), "number") && numbers.of(skipWrappers(node)).nan;
}

/** Values that Python's `==` compares as JavaScript's `===` does, among each other. */
const plainKinds: ReadonlySet<ValueKind> = new Set([
  "string",
  "number",
  "function",
  "null",
  "undefined",
]);

/** Does Python's `==` find the value among the elements exactly where JavaScript's `===` does? */
function hasPlainEquality(ctx: Lowering, { receiver }: LibraryCall, value: ts.Expression): boolean {
  const { types } = ctx.facts;
  const element = argumentType(ctx, receiver!, "value");
  const kinds = new Set([...types.kinds(element), ...types.kinds(ctx.typeOf(value))]);
  if (kinds.has("boolean") && !kinds.has("number") && !kinds.has("bigint")) kinds.delete("boolean");
  if (kinds.has("bigint") && !kinds.has("number") && !kinds.has("boolean")) kinds.delete("bigint");
  if (kinds.has("object") && [element, ctx.typeOf(value)].every((t) => isOwnClass(ctx, t))) {
    kinds.delete("object");
  }
  return [...kinds].every((kind) => plainKinds.has(kind));
}

/** Objects of the program's classes: Python compares them by identity, for none defines `__eq__`. */
function isOwnClass(ctx: Lowering, type: ts.Type): boolean {
  const { types } = ctx.facts;
  return types.members(types.constrained(type)).every((member) => {
    if (!types.isOnly(member, "object")) return true;
    const declaration = member.getSymbol()?.valueDeclaration;
    if (!declaration || !ts.isClassLike(declaration)) return false;
    if (declaration.getSourceFile().isDeclarationFile) return false;
    return (member.getBaseTypes() ?? []).every((base) => isOwnClass(ctx, base));
  });
}

/**
 * `xs.at(-1)`: plain where it is said that there is an element, otherwise
 *
 *     xs[-1] if xs else None
 */
function lowerAt(ctx: Lowering, call: LibraryCall): py.Expression {
  const { receiver, args } = call;
  const place = knownPosition(ctx, args[0]!);
  const list = () => lowerChainLink(ctx, receiver!);
  if (place === undefined) {
    const fact = ctx.facts.numbers.of(skipWrappers(args[0]!));
    const name = isInt(fact) && fact.lo >= 0 ? "item_or_none" : "array_at";
    return ctx.callHelper(name, ...lowerParts(ctx, call));
  }
  if (isAsserted(ctx, call.node)) return py.subscript(list(), py.int(place));
  const value = list();
  if ((place === -1 || place === 0) && canReadTwice(receiver!, value)) {
    return py.ifExp(value, py.subscript(value, py.int(place)), py.noneValue());
  }
  return ctx.callHelper("array_at", value, py.int(place));
}
