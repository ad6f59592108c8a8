import { ts } from "ts-morph";
import { takesThis } from "../../facts/ownThis.ts";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { asBlindCallback } from "../async/promiseValue.ts";
import type { Lowering } from "../lowering.ts";
import { originOf } from "../statements/origin.ts";
import { boundMethod } from "./boundMethod.ts";
import { lowerFunctionLike } from "./functionLike.ts";
import { isGenerator } from "./generator.ts";

/**
 * An arrow function or function expression as a value: a lambda where its body is one expression,
 * otherwise a `def` before the statement at hand.
 */
export function lowerFunctionValue(
  ctx: Lowering,
  node: ts.ArrowFunction | ts.FunctionExpression,
): py.Expression {
  const ownName = selfReference(ctx, node);
  const lowered = lowerFunctionLike(ctx, node, { outerSelf: ctx.scope.self });
  if (lowered.expression && !lowered.isAsync) {
    const { parameters, expression } = lowered;
    const bound = takesThis(ctx.checker, node)
      ? undefined
      : boundMethod(ctx, node, parameters, expression);
    const value = bound ?? py.lambda(parameters, expression);
    return ctx.facts.functionObjects.has(node) ? ctx.callHelper("FunctionObject", value) : value;
  }
  const name = ownName ?? ctx.fresh(nameHint(node));
  const definition = py.functionDef(name, lowered.parameters, lowered.body, {
    async: lowered.isAsync,
    decorators: [...objectDecorators(ctx, node), ...lowered.decorators],
    displayName: displayName(node),
  });
  definition.origin = originOf(ctx, node);
  ctx.prerequisite(definition);
  const isCoroutine = lowered.isAsync && !isGenerator(node);
  return isCoroutine ? asBlindCallback(ctx, node, py.name(name)) : py.name(name);
}

/** A function expression's own name, by which it calls itself, is the name of its `def`. */
function selfReference(
  ctx: Lowering,
  node: ts.ArrowFunction | ts.FunctionExpression,
): string | undefined {
  const symbol = node.name && ctx.checker.getSymbolAtLocation(node.name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  if (!binding) return undefined;
  const name = ctx.fresh(binding.symbol.name);
  ctx.module.names.fix(binding, name);
  return name;
}

/** `def name(...)` for a function that a variable declaration or a declaration names. */
export function defineFunction(
  ctx: Lowering,
  name: string,
  node: ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration,
  displayed = name,
): py.Statement {
  const lowered = lowerFunctionLike(ctx, node, {
    outerSelf: ts.isArrowFunction(node) ? ctx.scope.self : undefined,
  });
  const definition = py.functionDef(name, lowered.parameters, lowered.body, {
    async: lowered.isAsync,
    decorators: [...objectDecorators(ctx, node), ...lowered.decorators],
    displayName: displayed,
    replaceable: ctx.facts.inlining.isReplaceable(node),
  });
  definition.origin = originOf(ctx, node);
  return definition;
}

/** `@FunctionObject` before a function that has properties of its own. */
function objectDecorators(ctx: Lowering, node: ts.SignatureDeclaration): readonly py.Expression[] {
  return ctx.facts.functionObjects.has(node) ? [ctx.helper("FunctionObject")] : [];
}

/** The function that an initialiser is, where it is one. */
export function functionInitializer(
  node: ts.Expression | undefined,
): ts.ArrowFunction | ts.FunctionExpression | undefined {
  if (!node) return undefined;
  const bare = skipWrappers(node);
  return ts.isArrowFunction(bare) || ts.isFunctionExpression(bare) ? bare : undefined;
}

/** What to call a function that the author did not name: by what it is assigned to. */
function nameHint(node: ts.ArrowFunction | ts.FunctionExpression): string {
  if (node.name) return node.name.text;
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) && ts.isIdentifier(parent.name)) return parent.name.text;
  if (ts.isPropertyDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name.text;
  if (ts.isBinaryExpression(parent) && ts.isPropertyAccessExpression(parent.left)) {
    return parent.left.name.text;
  }
  return "callback";
}

function displayName(node: ts.ArrowFunction | ts.FunctionExpression): string {
  const hint = nameHint(node);
  return hint === "callback" ? "<anonymous>" : hint;
}
