import type { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { inOrder } from "../expressions/lowerOrdered.ts";
import { lowerChainLink } from "../expressions/optionalChain.ts";
import { withArguments } from "../functions/adaptedFunction.ts";
import { lowerPositional } from "../functions/arguments.ts";
import type { Lowering } from "../lowering.ts";
import type {
  LibraryCall,
  LibraryConstructorTable,
  LibraryLowering,
  LibraryTable,
} from "./libraryTypes.ts";

const statics = ["all", "allSettled", "any", "race", "reject", "resolve", "withResolvers"];

/** Promises, timers and microtasks: all on asyncio's loop, which the main program runs at its end. */
export const promiseMethods: LibraryTable = {
  "Promise.then": onPromise("then"),
  "Promise.catch": onPromise("catch"),
  "Promise.finally": onPromise("finally_"),
  "PromiseLike.then": onPromise("then"),
  ...Object.fromEntries(statics.map((name) => [`PromiseConstructor.${name}`, onClass(name)])),
  setTimeout: onLoop("set_timeout"),
  setInterval: onLoop("set_interval"),
  clearTimeout: onLoop("clear_timeout"),
  clearInterval: onLoop("clear_timeout"),
  queueMicrotask: onLoop("queue_microtask"),
};

export const promiseConstructors: LibraryConstructorTable = {
  Promise: (ctx, node) => {
    ctx.module.noteLoop();
    return py.call(ctx.helper("Promise"), lowerPositional(ctx, node.arguments ?? []));
  },
};

/** `p.then(f)`: a coroutine or task is made a promise first. */
function onPromise(name: string): LibraryLowering {
  return (ctx, { receiver, args }) => {
    ctx.module.noteLoop();
    const [promise, ...values] = inOrder(ctx, [
      () => lowerChainLink(ctx, receiver!),
      ...args.map((arg) => () => lowerReaction(ctx, arg, name === "finally_" ? 0 : 1)),
    ]);
    return py.callMethod(ctx.callHelper("to_promise", promise!), name, values);
  };
}

/** A function that takes no argument is called without the value. */
function lowerReaction(ctx: Lowering, node: ts.Expression, count: number): py.Expression {
  return withArguments(ctx, node, lowerPositional(ctx, [node])[0]!, count);
}

function onClass(name: string): LibraryLowering {
  return (ctx, { args }) => {
    ctx.module.noteLoop();
    return py.call(py.attribute(ctx.helper("Promise"), name), lowerPositional(ctx, args));
  };
}

function onLoop(helper: string): LibraryLowering {
  return (ctx: Lowering, { args }: LibraryCall) => {
    ctx.module.noteLoop();
    return py.call(ctx.helper(helper), lowerPositional(ctx, args));
  };
}
