import { ts } from "ts-morph";
import { pioNotInPlace } from "../../diagnostics/catalogue/types.ts";
import type { Binding } from "../../facts/bindings.ts";
import { boardName } from "../../facts/contexts/boardNames.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { lowerPositional } from "../functions/arguments.ts";
import type { Lowering } from "../lowering.ts";

/** Inside of a PIO program: `p.pins` is `pins`. */
export function lowerPioOperand(
  ctx: Lowering,
  node: ts.PropertyAccessExpression,
): py.Expression | undefined {
  return isOfPio(ctx, node, /^rp2\.(Pio|PIOASMEmit)\./) ? py.name(node.name.text) : undefined;
}

/** Inside of a PIO program: `p.set(p.pins, 1).side(0).delay(31)` is `set(pins, 1).side(0)[31]`. */
export function lowerPioCall(
  ctx: Lowering,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
): py.Expression | undefined {
  if (isOfPio(ctx, callee, /^rp2\.(Pio|PIOASMEmit)\./)) {
    return py.call(py.name(callee.name.text), lowerPositional(ctx, node.arguments));
  }
  if (!isOfPio(ctx, callee, /^rp2\.Instruction\./)) return undefined;
  const instruction = lowerExpression(ctx, callee.expression);
  const args = lowerPositional(ctx, node.arguments);
  return callee.name.text === "delay"
    ? py.subscript(instruction, args[0]!)
    : py.callMethod(instruction, callee.name.text, args);
}

/** What a PIO program is called with has no object behind it: only its members can be named. */
export function refusePioParameter(
  ctx: Lowering,
  { declaration }: Binding,
  node: ts.Identifier,
): py.Expression | undefined {
  if (!ts.isParameter(declaration)) return undefined;
  return boardName(ctx.typeOf(node).symbol) === "rp2.Pio"
    ? ctx.refuse(node, pioNotInPlace(`\`${node.text}\``))
    : undefined;
}

function isOfPio(ctx: Lowering, node: ts.PropertyAccessExpression, names: RegExp): boolean {
  if (ts.isIdentifier(skipWrappers(node.expression)) || ts.isCallExpression(node.expression)) {
    const symbol = ctx.checker.getSymbolAtLocation(node.name);
    return names.test(boardName(symbol) ?? "");
  }
  return false;
}
