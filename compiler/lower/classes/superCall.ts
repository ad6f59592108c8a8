import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { lowerArguments } from "../functions/arguments.ts";
import type { Lowering } from "../lowering.ts";

/** `super(args)`: `super().__init__(args)` */
export function callSuperConstructor(ctx: Lowering, node: ts.CallExpression): py.Expression {
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
