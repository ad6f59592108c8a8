import { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/** `new.target` in a constructor is `type(self)`, the class that was asked for. */
export function lowerMetaProperty(ctx: Lowering, node: ts.MetaProperty): py.Expression {
  const isNewTarget = node.keywordToken === ts.SyntaxKind.NewKeyword;
  if (isNewTarget && ts.isConstructorDeclaration(ctx.scope.node) && ctx.scope.self) {
    return py.callBuiltin("type", [ctx.scope.self]);
  }
  return ctx.refuse(node, notInTheSubset(isNewTarget ? "`new.target` here" : "`import.meta`"));
}
