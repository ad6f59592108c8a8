import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { isCallFree } from "./callFree.ts";

const comparisons: ReadonlyMap<string, ">" | "<"> = new Map([
  ["max", ">"],
  ["min", "<"],
]);

/**
 * `best = max(best, x)` in a loop, without the call, which takes three times as long:
 *
 *     if x > best:
 *         best = x
 */
export function greaterOf(ctx: Lowering, statement: py.Statement): py.Statement {
  if (statement.kind !== "assign" || statement.targets.length !== 1) return statement;
  const [target] = statement.targets;
  const { value } = statement;
  if (target?.kind !== "name" || value.kind !== "call" || value.callee.kind !== "name") {
    return statement;
  }
  const operator = comparisons.get(value.callee.id);
  if (!operator || value.args.length !== 2 || value.keywords.length > 0) return statement;
  const [a, b] = value.args as readonly [py.Expression, py.Expression];
  const other = isName(a, target) ? b : isName(b, target) ? a : undefined;
  if (!other || !isCallFree(other)) return statement;
  const { first, again } = ctx.bind(other);
  return py.ifThen(py.compare(first, operator, target), [py.assign(target, again)]);
}

function isName(node: py.Expression, { id }: py.Name): boolean {
  return node.kind === "name" && node.id === id;
}
