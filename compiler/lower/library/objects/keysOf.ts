import { ts } from "ts-morph";
import { unsupportedType } from "../../../diagnostics/catalogue/language.ts";
import * as py from "../../../python/py.ts";
import type { Lowering } from "../../lowering.ts";
import { isRecord } from "../../values/representation.ts";
import { filledIndices, mustSkipHoles } from "../arrays/holes.ts";
import { enumProperties } from "./enumObject.ts";

/** The keys of a lowered object as a list: `list(record)`, `object_keys(object)`. */
export function lowerKeysOf(
  ctx: Lowering,
  object: py.Expression,
  node: ts.Expression,
): py.Expression {
  const type = ctx.typeOf(node);
  const members = enumProperties(ctx, type);
  if (members) return py.list(members.map(([name]) => py.str(name)));
  refuseWithoutKeys(ctx, node);
  if (ctx.facts.types.isOnly(type, "array") && mustSkipHoles(ctx, node)) {
    return filledIndices(ctx, object, "keys");
  }
  if (isRecord(ctx, type)) return py.callBuiltin("list", [object]);
  return ctx.callHelper("object_keys", object);
}

/** Classes, modules and typed arrays have properties that are not listed at run time. */
export function refuseWithoutKeys(ctx: Lowering, node: ts.Expression): void {
  const type = ctx.facts.types.present(ctx.typeOf(node));
  const isStatic = type.getConstructSignatures().length > 0;
  const isModule = ((type.symbol?.flags ?? 0) & ts.SymbolFlags.Module) !== 0;
  const isTyped = /^(Big)?(Uint|Int|Float).*Array$/.test(ctx.facts.types.libraryClass(type) ?? "");
  if (isStatic || isModule || isTyped) {
    ctx.report(node, unsupportedType("The list of properties", ctx.checker.typeToString(type)));
  }
}
