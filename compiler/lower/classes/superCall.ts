import type { ts } from "ts-morph";
import { isLibrarySymbol } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { lowerArguments, lowerPositional } from "../functions/arguments.ts";
import { causeOf } from "../library/errors.ts";
import type { Lowering } from "../lowering.ts";
import { baseExpression } from "./classDeclaration.ts";
import { enclosingClass } from "./enclosingClass.ts";

/** `super(args)`: `super().__init__(args)` */
export function callSuperConstructor(ctx: Lowering, node: ts.CallExpression): py.Expression {
  const options = node.arguments[1];
  if (options && extendsBuiltinError(ctx, node)) {
    const [message] = lowerPositional(ctx, node.arguments.slice(0, 1));
    const cause = causeOf(ctx, options);
    if (cause) ctx.prerequisite(py.assign(py.attribute(py.name("self"), "cause"), cause));
    return py.call(py.attribute(py.call(py.name("super")), "__init__"), [message!]);
  }
  const { args, keywords } = lowerArguments(ctx, node);
  return py.call(py.attribute(py.call(py.name("super")), "__init__"), args, keywords);
}

export function isSuperCall(value: py.Expression): boolean {
  return (
    value.kind === "call" &&
    value.callee.kind === "attribute" &&
    value.callee.name === "__init__" &&
    value.callee.value.kind === "call"
  );
}

/** Is the base class one of the built-in errors, whose second argument is `{ cause }`? */
function extendsBuiltinError(ctx: Lowering, node: ts.CallExpression): boolean {
  const owner = enclosingClass(node)?.node;
  const base = owner && baseExpression(owner);
  const symbol = base && ctx.checker.getSymbolAtLocation(base);
  return symbol !== undefined && isLibrarySymbol(symbol) && symbol.name.endsWith("Error");
}
