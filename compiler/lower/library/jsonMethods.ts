import { ts } from "ts-morph";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerOrdered } from "../expressions/lowerOrdered.ts";
import type { Lowering } from "../lowering.ts";
import { noneHint } from "../values/noneHint.ts";
import type { LibraryCall, LibraryTable } from "./libraryTypes.ts";
import { lowerPlainCallback } from "./objects/plainCallback.ts";

export const jsonMethods: LibraryTable = {
  "JSON.stringify": lowerStringify,
  "JSON.parse": lowerParse,
};

/** `json_stringify(value, hint, space=2, replacer=f)` */
function lowerStringify(ctx: Lowering, { args }: LibraryCall): py.Expression {
  const [value, replacer, space] = args;
  const isFunction =
    replacer !== undefined && ctx.facts.types.mayBe(ctx.typeOf(replacer), "function");
  const lowered = lowerOrdered(ctx, args, (inner, node) =>
    node === replacer && isFunction
      ? lowerPlainCallback(inner, node, ["key", "value"])
      : lowerExpression(inner, node),
  );
  const hint = noneHint(ctx, value!, ctx.typeOf(value!));
  const keywords: py.Keyword[] = [];
  if (space) keywords.push(py.keyword("space", lowered[2]!));
  if (replacer && !isNone(replacer)) {
    keywords.push(py.keyword(isFunction ? "replacer" : "allowed", lowered[1]!));
  }
  return py.call(
    ctx.helper("json_stringify"),
    hint ? [lowered[0]!, hint] : [lowered[0]!],
    keywords,
  );
}

function isNone(node: ts.Expression): boolean {
  const bare = skipWrappers(node);
  return (
    bare.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(bare) && bare.text === "undefined")
  );
}

/** `json_parse(text)`; with a function, `json_revive(json_parse(text), f)`. */
function lowerParse(ctx: Lowering, { args }: LibraryCall): py.Expression {
  const [text, reviver] = lowerOrdered(ctx, args, (inner, node, index) =>
    index === 1 ? lowerPlainCallback(inner, node, ["key", "value"]) : lowerExpression(inner, node),
  );
  const read = ctx.callHelper("json_parse", text!);
  const parsed = ctx.facts.nulls.areObjects ? ctx.callHelper("json_nulls", read) : read;
  return reviver ? ctx.callHelper("json_revive", parsed, reviver) : parsed;
}
