import { partsOf } from "../../python/expressionParts.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

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
  if (!other || !runsNoCode(other)) return statement;
  const { first, again } = ctx.bind(other);
  return py.ifThen(py.compare(first, operator, target), [py.assign(target, again)]);
}

function isName(node: py.Expression, { id }: py.Name): boolean {
  return node.kind === "name" && node.id === id;
}

/** Reads, lengths and sums: nothing that could assign the variable. */
function runsNoCode(node: py.Expression): boolean {
  if (node.kind === "call") {
    const isLength = node.callee.kind === "name" && node.callee.id === "len";
    return isLength && node.args.every(runsNoCode);
  }
  if (node.kind === "subscript") return runsNoCode(node.value) && runsNoCode(node.index);
  return partsOf(node)?.every(runsNoCode) ?? false;
}
