import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { ownMethodName } from "../classes/specialMethods.ts";
import { propertyText } from "../destructuring/objectSource.ts";
import type { Lowering } from "../lowering.ts";
import { originOf } from "../statements/origin.ts";
import { lowerFunctionLike } from "./functionLike.ts";

/** A method of an object literal: a function that knows its object by name. */
export function defineMethodOf(
  ctx: Lowering,
  node: ts.MethodDeclaration,
  self: py.Expression | undefined,
): py.Expression {
  const lowered = lowerFunctionLike(ctx, node, { outerSelf: self ?? ctx.scope.self });
  const text = ownMethodName(node.name) ?? propertyText(node.name);
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
