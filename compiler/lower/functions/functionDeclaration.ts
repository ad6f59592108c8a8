import type { ts } from "ts-morph";
import type * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { defineFunction } from "./functionValue.ts";

/** `function f() {}`; an overload signature has no body and is nothing. */
export function lowerFunctionDeclaration(
  ctx: Lowering,
  node: ts.FunctionDeclaration,
): py.Statement[] {
  if (!node.body) return [];
  const symbol = node.name && ctx.checker.getSymbolAtLocation(node.name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  if (!binding) return [defineFunction(ctx, "default", node)];
  ctx.noteAssignment(binding);
  return [defineFunction(ctx, ctx.nameOf(binding), node, node.name!.text)];
}
