import { ts } from "ts-morph";
import { boardNameOf } from "../../facts/contexts/boardNames.ts";
import { isPromise } from "../../facts/promiseFlows.ts";
import { outerParent, skipWrappers } from "../../facts/syntax.ts";
import type * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";

/** The functions of asyncio that raise TypeError for what is neither a coroutine nor a task. */
const takers =
  /^asyncio\.(Loop\.)?(gather|wait_for|wait_for_ms|run|create_task|run_until_complete)$/;
const pauses = /^asyncio\.sleep(_ms)?$/;

/**
 * asyncio has a single object for all its pauses, which is no coroutine:
 *
 *     await sleep_ms(5)            await sleep_ms(5)
 *     gather(sleep_ms(5), f())     gather(later(sleep_ms, 5), f())
 */
export function pauseForLater(
  ctx: Lowering,
  node: ts.CallExpression,
  call: py.Expression,
): py.Expression {
  if (call.kind !== "call" || isAwaitedHere(node)) return call;
  if (!pauses.test(boardNameOf(ctx.checker, node.expression) ?? "")) return call;
  return ctx.callHelper("later", call.callee, ...call.args);
}

/** `await sleep_ms(5)`, and `return sleep_ms(5)` of an async function, which awaits it. */
function isAwaitedHere(node: ts.CallExpression): boolean {
  const outer = outerParent(node);
  if (ts.isAwaitExpression(outer)) return true;
  if (!ts.isReturnStatement(outer) && !ts.isArrowFunction(outer)) return false;
  const owner = ts.findAncestor(node, ts.isFunctionLike);
  return owner !== undefined && (ts.getCombinedModifierFlags(owner) & ts.ModifierFlags.Async) !== 0;
}

/**
 * What asyncio takes as coroutines only, and is an awaitable object or a promise of the program's own:
 *
 *     gather(barrier, f())     gather(as_coroutine(barrier), f())
 */
export function asCoroutines(
  ctx: Lowering,
  node: ts.CallExpression,
  args: readonly py.Expression[],
): readonly py.Expression[] {
  if (!takers.test(boardNameOf(ctx.checker, node.expression) ?? "")) return args;
  if (node.arguments.some(ts.isSpreadElement)) return args;
  return args.map((arg, at) => {
    const given = node.arguments[at];
    return given && isNoCoroutine(ctx, given) ? ctx.callHelper("as_coroutine", arg) : arg;
  });
}

function isNoCoroutine(ctx: Lowering, given: ts.Expression): boolean {
  const type = ctx.facts.types.present(ctx.typeOf(given));
  const name = type.symbol?.name ?? "";
  if (!isPromise(type)) {
    return name !== "Task" && ctx.checker.getPropertyOfType(type, "then") !== undefined;
  }
  const bare = skipWrappers(given);
  if (ts.isCallExpression(bare) && ctx.facts.promises.mayGiveCoroutine(bare)) return false;
  const callee = ts.isCallExpression(bare) && boardNameOf(ctx.checker, bare.expression);
  if (callee && !/^Promise(Constructor)?\./.test(callee)) return false;
  return makesPromises(ctx);
}

/** Is there a promise in the program that is no task of asyncio? */
function makesPromises(ctx: Lowering): boolean {
  return ctx.facts.sourceFiles.some(({ text }) =>
    /\bnew Promise\b|\bPromise\.\w|\.(then|catch|finally)\(/.test(text),
  );
}
