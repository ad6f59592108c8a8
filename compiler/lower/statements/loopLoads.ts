import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";
import type { LoopFrame } from "../pythonScope.ts";

/**
 * Lowers a loop with what it reads again and again in local variables:
 *
 *     data = self.data
 *     while ...: ... data[i] ...
 *
 * After a loop that nothing jumps around, the rest of the function may use them.
 */
export function withLoopLoads(
  ctx: Lowering,
  loop: ts.IterationStatement,
  lower: () => readonly py.Statement[],
): readonly py.Statement[] {
  const { loaded, loops } = ctx.scope;
  const own: ts.Symbol[] = [];
  for (const { symbol, read } of ctx.facts.loopLoads.before(loop)) {
    if (loaded.has(symbol)) continue;
    const value = lowerExpression(ctx, read);
    if (value.kind !== "attribute" && value.kind !== "name") continue;
    loaded.set(symbol, ctx.remember(value, localName(symbol)));
    own.push(symbol);
  }
  const frame: LoopFrame = { loop, lengths: new Map() };
  loops.push(frame);
  const statements = lower();
  loops.pop();
  const lengths = [...frame.lengths.values()].map(({ name, list }) =>
    py.assign(name, py.callBuiltin("len", [list])),
  );
  if (isAlwaysReached(loop)) {
    for (const [symbol, { name }] of frame.lengths) {
      if (ctx.facts.loopLoads.keepsLength(symbol)) ctx.scope.lengths.set(symbol, name);
    }
  } else {
    for (const symbol of own) {
      ctx.release(loaded.get(symbol));
      loaded.delete(symbol);
    }
  }
  return lengths.length > 0 ? [...lengths, ...statements] : statements;
}

/** `len(xs)`, or the variable that has it where `xs` stays as long as it is in all turns of a loop. */
export function lengthOf(ctx: Lowering, node: ts.Expression, list: py.Expression): py.Expression {
  const isPlain = list.kind === "name" || list.kind === "attribute";
  const variable = ctx.scope.lengths.size > 0 && ctx.checker.getSymbolAtLocation(node);
  const measured = variable && ctx.scope.lengths.get(variable);
  if (measured) return measured;
  for (const { loop, lengths } of isPlain ? ctx.scope.loops : []) {
    const symbol = ctx.facts.loopLoads.steadyLength(loop, node);
    if (!symbol) continue;
    const known = lengths.get(symbol) ?? { name: ctx.local(`n_${localName(symbol)}`), list };
    lengths.set(symbol, known);
    return known.name;
  }
  return py.callBuiltin("len", [list]);
}

/** Is everything after the loop in its function after the loop in time, too? */
function isAlwaysReached(loop: ts.IterationStatement): boolean {
  const { parent } = loop;
  return ts.isBlock(parent) && ts.isFunctionLike(parent.parent);
}

/** The local variable that has the value of a field or a module's constant here. */
export function loadedName(ctx: Lowering, node: ts.Node): py.Expression | undefined {
  if (ctx.scope.loaded.size === 0) return undefined;
  const symbol = ctx.checker.getSymbolAtLocation(node);
  return symbol && ctx.scope.loaded.get(symbol);
}

/** `data` of a field `data` or `#data`, `alphabet` of a constant `ALPHABET`. */
function localName({ name }: ts.Symbol): string {
  const bare = name.replace(/^.*#/, "");
  return bare === bare.toUpperCase() ? bare.toLowerCase() : bare;
}
