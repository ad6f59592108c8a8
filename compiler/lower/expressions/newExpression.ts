import { ts } from "ts-morph";
import { notInTheSubset, unsupportedMember } from "../../diagnostics/catalogue/language.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import { isLibrarySymbol } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { lowerArguments } from "../functions/arguments.ts";
import { libraryClass } from "../library/libraryClasses.ts";
import { libraryConstructors } from "../library/libraryTables.ts";
import type { Lowering } from "../lowering.ts";
import { lowerClassReference } from "./instanceOf.ts";

/** `new C(args)` is `C(args)`. */
export function lowerNewExpression(ctx: Lowering, node: ts.NewExpression): py.Expression {
  const callee = skipWrappers(node.expression);
  const symbol = ts.isIdentifier(callee) ? ctx.checker.getSymbolAtLocation(callee) : undefined;
  if (symbol && isLibrarySymbol(symbol)) {
    const construct = libraryConstructors[symbol.name];
    if (construct) return construct(ctx, node);
    const known = libraryClass(ctx, symbol.name);
    if (!known) return ctx.refuse(node, unsupportedMember(`new ${symbol.name}`));
  }
  if (symbol?.valueDeclaration && ts.isFunctionDeclaration(symbol.valueDeclaration)) {
    return ctx.refuse(node, notInTheSubset("`new` of a function", "Write a class."));
  }
  const type = lowerClassReference(ctx, node.expression);
  const { args, keywords } = lowerArguments(ctx, node);
  return py.call(type.kind === "tuple" ? type.elements[0]! : type, args, keywords);
}
