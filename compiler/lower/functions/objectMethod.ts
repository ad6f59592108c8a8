import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { ownMethodName } from "../classes/specialMethods.ts";
import { propertyText } from "../destructuring/objectSource.ts";
import type { Lowering } from "../lowering.ts";
import { originOf } from "../statements/origin.ts";
import { lowerFunctionLike } from "./functionLike.ts";

/** A method of an object literal: a function that knows its object by name. */
export function defineMethodOf(
  ctx: Lowering,
  node: ts.MethodDeclaration | ts.FunctionExpression,
  self: py.Expression | undefined,
  text = nameOf(node),
): py.Expression {
  const lowered = lowerFunctionLike(ctx, node, { outerSelf: self ?? ctx.scope.self });
  const name = ctx.fresh(text);
  const definition = py.functionDef(name, lowered.parameters, lowered.body, {
    async: lowered.isAsync,
    decorators: lowered.decorators,
    displayName: text,
  });
  definition.origin = originOf(ctx, node);
  ctx.prerequisite(definition);
  return py.name(name);
}

function nameOf(node: ts.MethodDeclaration | ts.FunctionExpression): string {
  if (ts.isFunctionExpression(node)) return node.name?.text ?? "method";
  return ownMethodName(node.name) ?? propertyText(node.name);
}
