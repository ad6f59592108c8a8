import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/**
 * What becomes of a call that gives a promise. Awaited at once, or handed to Python, it is the
 * coroutine itself; kept or dropped, it begins at once, as in JavaScript. In a program that imports
 * asyncio it is a task like those that the program makes itself:
 *
 *     await f()            await f()
 *     const p = f()        p = start(f())
 *     const p = f()        p = asyncio.create_task(f())
 */
export function lowerPromiseValue(
  ctx: Lowering,
  node: ts.CallExpression,
  call: py.Expression,
): py.Expression {
  return ctx.facts.promises.mayGiveCoroutine(node) ? callbackPromise(ctx, node, call) : call;
}

/** The promise that a callback of `xs.map(...)` gives, by what becomes of the array of them. */
export function callbackPromise(
  ctx: Lowering,
  node: ts.CallExpression,
  call: py.Expression,
): py.Expression {
  if (ctx.facts.promises.isConsumed(node)) return call;
  ctx.module.noteLoop();
  if (!ctx.facts.promises.isOnAsyncio) return ctx.callHelper("start", call);
  return py.call(ctx.pythonFunction("asyncio", "create_task"), [call]);
}

/**
 * An async function given to somebody who does not look at its promise begins by itself:
 *
 *     button.onPress(async () => ...)        onPress(starting(callback))
 */
export function asBlindCallback(
  ctx: Lowering,
  node: ts.Expression,
  value: py.Expression,
): py.Expression {
  if (!ctx.facts.promises.isCalledBlindly(node)) return value;
  ctx.module.noteLoop();
  return ctx.callHelper(ctx.facts.promises.isOnAsyncio ? "as_task" : "starting", value);
}
