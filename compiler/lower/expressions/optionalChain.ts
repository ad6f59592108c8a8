import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { callCallee } from "./callExpression.ts";
import { readElement } from "./elementAccess.ts";
import { lowerExpression } from "./lowerExpression.ts";
import { readProperty } from "./propertyAccess.ts";

type ChainNode = ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression;

/** The tests of the chain that is being lowered: one for each `?.` so far. */
const openChains = new WeakMap<
  Lowering,
  { tests: py.Expression[]; values: Map<ts.Node, py.Expression> }[]
>();

/**
 * `a?.b.c(d)`
 *
 *     None if (value := a) is None else value.b.c(d)
 */
export function lowerOptionalChain(ctx: Lowering, node: ChainNode): py.Expression {
  const stack = openChains.get(ctx) ?? [];
  openChains.set(ctx, stack);
  const chain = { tests: [] as py.Expression[], values: new Map<ts.Node, py.Expression>() };
  stack.push(chain);
  const result = ctx.capture(() => lowerLink(ctx, node));
  stack.pop();
  if (chain.tests.length === 0) {
    ctx.prerequisite(...result.prerequisites);
    return result.value;
  }
  const test = chain.tests.reduce(py.or);
  if (result.prerequisites.length === 0) return py.ifExp(test, py.noneValue(), result.value);
  const name = py.name(ctx.fresh("value"));
  ctx.prerequisite(
    py.assign(name, py.noneValue()),
    py.ifThen(py.not(test), [...result.prerequisites, py.assign(name, result.value)]),
  );
  return name;
}

/** The object of an access inside a chain: the link before it, tested where `?.` follows. */
export function lowerChainLink(ctx: Lowering, node: ts.Expression): py.Expression {
  const chain = openChains.get(ctx)?.at(-1);
  const access = node.parent;
  if (!chain || !isChainNode(access) || access.expression !== node || !ts.isOptionalChain(access)) {
    return lowerExpression(ctx, node);
  }
  const known = chain.values.get(node);
  if (known) return known;
  const inner =
    isChainNode(node) && ts.isOptionalChain(node)
      ? lowerLink(ctx, node)
      : lowerExpression(ctx, node);
  if (access.questionDotToken === undefined) return inner;
  const { first, again } = ctx.bind(inner);
  chain.tests.push(py.isNone(first));
  chain.values.set(node, again);
  return again;
}

function lowerLink(ctx: Lowering, node: ChainNode): py.Expression {
  if (ts.isPropertyAccessExpression(node)) return readProperty(ctx, node);
  if (ts.isElementAccessExpression(node)) return readElement(ctx, node);
  return callCallee(ctx, node);
}

function isChainNode(node: ts.Node): node is ChainNode {
  return (
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node)
  );
}
