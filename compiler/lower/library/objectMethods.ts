import { ts } from "ts-morph";
import { frozenArray } from "../../diagnostics/catalogue/objects.ts";
import { isInt } from "../../facts/numberFacts.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { lowerKey } from "../expressions/elementAccess.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { inOrder, lowerOrdered } from "../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import { lowerPositional } from "../functions/arguments.ts";
import type { Lowering } from "../lowering.ts";
import { refuseBoundMethods } from "../objects/boundMethods.ts";
import { emptyRecord } from "../objects/recordLiteral.ts";
import { noteTelling } from "../values/nulls.ts";
import { accessOf, isRecord } from "../values/representation.ts";
import { isSigned, lowerSigned } from "../values/signedZero.ts";
import { lowerText } from "../values/text.ts";
import { filledIndices, mustSkipHoles, withoutHoles } from "./arrays/holes.ts";
import type { LibraryCall, LibraryTable, LibraryValueTable } from "./libraryTypes.ts";
import { enumProperties } from "./objects/enumObject.ts";
import { lowerKeysOf, refuseWithoutKeys } from "./objects/keysOf.ts";
import { lowerPlainCallback } from "./objects/plainCallback.ts";

/** `Object.keys` and its kin, and what every object has. */
export const objectMethods: LibraryTable = {
  "ObjectConstructor.keys": (ctx, { args }) =>
    lowerKeysOf(ctx, lowerExpression(ctx, args[0]!), args[0]!),
  "ObjectConstructor.values": (ctx, { args }) => lowerHeld(ctx, args[0]!, "object_values"),
  "ObjectConstructor.entries": (ctx, { args }) => lowerHeld(ctx, args[0]!, "object_entries"),
  "ObjectConstructor.fromEntries": lowerFromEntries,
  "ObjectConstructor.assign": lowerAssign,
  "ObjectConstructor.freeze": lowerFreeze,
  "ObjectConstructor.seal": (ctx, { args }) => lowerExpression(ctx, args[0]!),
  "ObjectConstructor.isFrozen": (ctx, { args }) =>
    ctx.callHelper("is_frozen", lowerExpression(ctx, args[0]!)),
  "ObjectConstructor.hasOwn": (ctx, { args }) => lowerHasOwn(ctx, args[0]!, args[1]!),
  "ObjectConstructor.is": lowerIs,
  "ObjectConstructor.groupBy": lowerGroupBy,
  "Object.hasOwnProperty": (ctx, { receiver, args }) => lowerHasOwn(ctx, receiver!, args[0]!),
  "Object.toString": (ctx, { receiver }) => lowerText(ctx, receiver!),
  "Object.valueOf": (ctx, { receiver }) => lowerExpression(ctx, receiver!),
  structuredClone: (ctx, { args }) =>
    ctx.callHelper("structured_clone", lowerExpression(ctx, args[0]!)),
};

export const objectValues: LibraryValueTable = {
  "Object.constructor": (ctx, _node, receiver) => {
    const value = lowerChainLink(ctx, receiver!);
    const { symbol } = ctx.typeOf(receiver!);
    const isOfClass = symbol && (symbol.flags & ts.SymbolFlags.Class) !== 0;
    return isOfClass ? py.callBuiltin("type", [value]) : ctx.callHelper("class_of", value);
  },
};

function lowerHeld(
  ctx: Lowering,
  node: ts.Expression,
  helper: "object_values" | "object_entries",
): py.Expression {
  const type = ctx.typeOf(node);
  const members = enumProperties(ctx, type);
  if (members) {
    return py.list(
      members.map(([name, value]) =>
        helper === "object_values" ? value : py.list([py.str(name), value]),
      ),
    );
  }
  refuseWithoutKeys(ctx, node);
  const object = lowerExpression(ctx, node);
  if (ctx.facts.types.isOnly(type, "array") && mustSkipHoles(ctx, node)) {
    return helper === "object_values"
      ? withoutHoles(ctx, object)
      : filledIndices(ctx, object, "entries");
  }
  if (helper === "object_values" && accessOf(ctx, type) === "dict") {
    return py.callBuiltin("list", [py.callMethod(object, "values")]);
  }
  return ctx.callHelper(helper, object);
}

/** `dict(entries)`, or an `Obj` where the order of the keys can be observed. */
function lowerFromEntries(ctx: Lowering, { node, args }: LibraryCall): py.Expression {
  const entries = lowerExpression(ctx, args[0]!);
  if (accessOf(ctx, ctx.typeOf(node)) !== "dict") {
    return ctx.callHelper("object_from_entries", entries);
  }
  return hasTextKeys(ctx, args[0]!)
    ? py.callBuiltin("dict", [entries])
    : ctx.callHelper("object_from_entries", entries, py.dict([]));
}

function hasTextKeys(ctx: Lowering, node: ts.Expression): boolean {
  const pair = ctx.typeOf(node).getNumberIndexType();
  const key = pair && ctx.checker.getTypeArguments(pair as ts.TypeReference)[0];
  return key !== undefined && ctx.facts.types.isOnly(key, "string");
}

/** `object_assign(target, source)` */
function lowerAssign(ctx: Lowering, { args }: LibraryCall): py.Expression {
  for (const source of args.slice(1)) {
    if (!ts.isSpreadElement(source)) refuseBoundMethods(ctx, source);
  }
  return ctx.callHelper("object_assign", ...lowerPositional(ctx, args));
}

/** Freezing shows only where somebody asks, or writes through another name. */
function lowerFreeze(ctx: Lowering, { args }: LibraryCall): py.Expression {
  const isArray = ctx.facts.types.mayBe(ctx.typeOf(args[0]!), "array");
  if (isArray && !ts.isArrayLiteralExpression(skipWrappers(args[0]!))) {
    ctx.report(args[0]!, frozenArray());
  }
  const value = lowerExpression(ctx, args[0]!);
  return ctx.facts.objects.isFreezingSeen() ? ctx.callHelper("freeze", value) : value;
}

export function lowerHasOwn(
  ctx: Lowering,
  object: ts.Expression,
  key: ts.Expression,
): py.Expression {
  const [value, name] = inOrder(ctx, [
    () => lowerExpression(ctx, object),
    () => lowerKey(ctx, key, ctx.typeOf(object)),
  ]);
  if (isRecord(ctx, ctx.typeOf(object))) return py.compare(name!, "in", value!);
  const isHoled = ctx.facts.types.isOnly(ctx.typeOf(object), "array") && mustSkipHoles(ctx, object);
  return ctx.callHelper(isHoled ? "has_element" : "has_own", value!, name!);
}

/** `Object.is(a, b)`: as `===` but for NaN and -0. */
function lowerIs(ctx: Lowering, { node, args }: LibraryCall): py.Expression {
  noteTelling(ctx, node, args);
  const [a, b] = lowerOrdered(ctx, args, lowerSigned);
  const { types, numbers } = ctx.facts;
  const isSimple = args.every((node) => {
    const type = ctx.typeOf(node);
    if (isSigned(ctx, node)) return false;
    return (
      types.isOnly(type, "string") || (types.isOnly(type, "number") && isInt(numbers.of(node)))
    );
  });
  return isSimple ? py.compare(a!, "==", b!) : ctx.callHelper("object_is", a!, b!);
}

/** `object_group_by({}, items, key_of)` */
function lowerGroupBy(ctx: Lowering, { node, args }: LibraryCall): py.Expression {
  const [items, keyOf] = lowerOrdered(ctx, args, (inner, argument, index) =>
    index === 1
      ? lowerPlainCallback(inner, argument, ["item", "index"])
      : lowerExpression(inner, argument),
  );
  const empty = emptyRecord(ctx, accessOf(ctx, ctx.typeOf(node)));
  return ctx.callHelper("object_group_by", empty, items!, keyOf!);
}
