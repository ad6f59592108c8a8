import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { kindsOf } from "../values/kinds.ts";
import { isNullish } from "../values/nulls.ts";
import { callCallee } from "./callExpression.ts";
import { readElement } from "./elementAccess.ts";
import { lowerExpression } from "./lowerExpression.ts";
import { readProperty } from "./propertyAccess.ts";

type ChainNode = ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression;

/** One `?.` of a chain: what has to run before its object can be tested, and the test. */
interface ChainTest {
  readonly before: readonly py.Statement[];
  readonly isMissing: py.Expression;
}

/** The chain that is being lowered: its tests so far, and the objects that were tested. */
interface OpenChain {
  readonly tests: ChainTest[];
  readonly values: Map<ts.Node, py.Expression>;
}

const openChains = new WeakMap<Lowering, OpenChain[]>();

/**
 * `a?.b.c(d)`
 *
 *     None if (value := a) is None else value.b.c(d)
 */
export function lowerOptionalChain(ctx: Lowering, node: ChainNode): py.Expression {
  const stack = openChains.get(ctx) ?? [];
  openChains.set(ctx, stack);
  const chain: OpenChain = { tests: [], values: new Map() };
  stack.push(chain);
  const result = ctx.capture(() => lowerLink(ctx, node));
  stack.pop();
  const [first, ...later] = chain.tests;
  ctx.prerequisite(...(first?.before ?? []));
  if (!first) {
    ctx.prerequisite(...result.prerequisites);
    return result.value;
  }
  if (result.prerequisites.length === 0 && later.every((test) => test.before.length === 0)) {
    const test = chain.tests.map((link) => link.isMissing).reduce(py.or);
    return py.ifExp(test, py.noneValue(), result.value);
  }
  const name = py.name(ctx.fresh("value"));
  const body = [...result.prerequisites, py.assign(name, result.value)];
  ctx.prerequisite(py.assign(name, py.noneValue()), ...whenPresent(chain.tests, body));
  return name;
}

/**
 * Statements behind several `?.`, each of whose objects may need statements itself:
 *
 *     if value is not None:
 *         ...
 *         if value_1 is not None:
 *             ...
 */
function whenPresent(
  tests: readonly ChainTest[],
  body: readonly py.Statement[],
): readonly py.Statement[] {
  return tests.reduceRight<readonly py.Statement[]>((inner, test, index) => {
    const before = index === 0 ? [] : test.before;
    return [...before, py.ifThen(py.not(test.isMissing), inner)];
  }, body);
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
  const link = withoutAssertions(node);
  const lowerInner = () =>
    isChainNode(link) && ts.isOptionalChain(link)
      ? lowerLink(ctx, link)
      : lowerExpression(ctx, node);
  if (access.questionDotToken === undefined) return lowerInner();
  const inner = ctx.capture(lowerInner);
  const { first, again } = ctx.bind(inner.value);
  chain.tests.push({
    before: inner.prerequisites,
    isMissing: isNullish(ctx, first, kindsOf(ctx, node)),
  });
  chain.values.set(node, again);
  return again;
}

function lowerLink(ctx: Lowering, node: ChainNode): py.Expression {
  if (ts.isPropertyAccessExpression(node)) return readProperty(ctx, node);
  if (ts.isElementAccessExpression(node)) return readElement(ctx, node);
  return callCallee(ctx, node);
}

/** `a?.b` in `a?.b!.c`, which ends with undefined where `a` is: the `!` does not end the chain. */
function withoutAssertions(node: ts.Expression): ts.Expression {
  const isInside = ts.isNonNullExpression(node) && ts.isOptionalChain(node);
  return isInside ? withoutAssertions(node.expression) : node;
}

function isChainNode(node: ts.Node): node is ChainNode {
  return (
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node)
  );
}
