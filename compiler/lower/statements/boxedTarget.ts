import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { bindVariable } from "./bindVariable.ts";

/**
 * A loop variable that closures keep and that its turn assigns: a new box for every turn.
 *
 *     for item in xs:
 *         x = [item]
 */
export function boxedTarget(
  ctx: Lowering,
  name: ts.Identifier,
): { target: py.Target; prologue: readonly py.Statement[] } | undefined {
  const { target } = bindVariable(ctx, name);
  if (target.kind !== "subscript" || target.value.kind !== "name") return undefined;
  const item = py.name(ctx.fresh("item"));
  return { target: item, prologue: [py.assign(target.value, py.list([item]))] };
}
