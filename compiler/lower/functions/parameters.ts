import { ts } from "ts-morph";
import { isAssignmentOperator } from "../../facts/bindings.ts";
import { outerParent, skipWrappers, wordsInside } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { bindPattern } from "../destructuring/bindPattern.ts";
import { refuseNullForDefault } from "../destructuring/nullForDefault.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";
import { extraParameters } from "./extraParameters.ts";
import type { FunctionNode } from "./functionLike.ts";

export interface LoweredParameters {
  readonly parameters: readonly py.Parameter[];
  /** Defaults that are computed per call, and patterns taken apart. */
  readonly prologue: readonly py.Statement[];
}

/**
 * `(a, b = 1, { c }, ...rest)`
 *
 *     def f(a, b=1, options=None, *rest):
 *         c = options.c
 *         rest = list(rest)
 *
 * A function that may be given any number of arguments takes those that it does not want as `*_`.
 */
export function lowerParameters(ctx: Lowering, node: FunctionNode): LoweredParameters {
  const parameters: py.Parameter[] = [];
  const prologue: py.Statement[] = [];
  const isLoose = ctx.facts.calls.isLoose(node);
  let optional = isLoose;
  for (const parameter of node.parameters) {
    if (ts.isIdentifier(parameter.name) && parameter.name.text === "this") continue;
    const id = parameterName(ctx, parameter);
    if (parameter.dotDotDotToken) {
      parameters.push({ name: id, star: true });
      if (!isOnlyVisited(ctx, parameter)) {
        prologue.push(py.assign(py.name(id), py.callBuiltin("list", [py.name(id)])));
      }
    } else {
      optional ||= isOptional(ctx, parameter);
      parameters.push(lowerParameter(ctx, parameter, id, optional, prologue));
    }
    if (!ts.isIdentifier(parameter.name)) {
      prologue.push(...bindPattern(ctx, parameter.name, py.name(id), ctx.typeOf(parameter)));
    }
  }
  optional ||= ctx.facts.calls.mayBeGivenFewer(node);
  for (const extra of extraParameters(ctx, node)) {
    parameters.push(optional ? py.parameter(extra, py.noneValue()) : py.parameter(extra));
  }
  if (isLoose && !parameters.some((parameter) => parameter.star)) {
    parameters.push({ name: ctx.freshParameter("_", wordsInside(node)), star: true });
  }
  return { parameters, prologue };
}

/** Are the rest arguments only looped over and counted? Python's tuple does for that. */
function isOnlyVisited(ctx: Lowering, { name }: ts.ParameterDeclaration): boolean {
  const binding = ts.isIdentifier(name) ? ctx.facts.bindings.at(name) : undefined;
  if (!binding || binding.writes.length > 0) return false;
  return binding.references.every((use) => {
    const { parent } = use;
    if (ts.isForOfStatement(parent)) return parent.expression === use && !parent.awaitModifier;
    const isLength = ts.isPropertyAccessExpression(parent) && parent.name.text === "length";
    return isLength && !isWritten(parent);
  });
}

/** `xs.length = 0`, `xs.length--` */
function isWritten(node: ts.Expression): boolean {
  const parent = outerParent(node);
  if (ts.isPostfixUnaryExpression(parent) || ts.isPrefixUnaryExpression(parent)) return true;
  return ts.isBinaryExpression(parent) && isAssignmentOperator(parent.operatorToken.kind);
}

function parameterName(ctx: Lowering, parameter: ts.ParameterDeclaration): string {
  if (!ts.isIdentifier(parameter.name)) return patternName(ctx, parameter);
  const binding = ctx.facts.bindings.of(ctx.checker.getSymbolAtLocation(parameter.name)!);
  return binding ? ctx.nameOf(binding) : parameter.name.text;
}

/** `({ x, y }: Point)` is called `point`; a type without a name of its own makes `options`. */
function patternName(ctx: Lowering, parameter: ts.ParameterDeclaration): string {
  const type = ctx.typeOf(parameter);
  const symbol = type.aliasSymbol ?? type.symbol;
  const isNamed = symbol && /^[A-Z]/.test(symbol.name) && symbol.declarations?.some(isOwnType);
  const hint = isNamed ? symbol.name[0]!.toLowerCase() + symbol.name.slice(1) : "options";
  return ctx.freshParameter(hint, wordsInside(parameter.parent));
}

function isOwnType(node: ts.Node): boolean {
  return !node.getSourceFile().isDeclarationFile;
}

function isOptional(ctx: Lowering, parameter: ts.ParameterDeclaration): boolean {
  if (parameter.questionToken || parameter.initializer) return true;
  const kinds = ctx.facts.types.kinds(ctx.typeOf(parameter));
  return kinds.has("undefined") || (kinds.has("unknown") && isOptionalInContext(ctx, parameter));
}

/** `{ has(key, value) {} }` as a `{ has(key: string, value?: unknown): void }` */
function isOptionalInContext({ checker }: Lowering, parameter: ts.ParameterDeclaration): boolean {
  const owner = parameter.parent;
  if (parameter.type) return false;
  const wanted =
    ts.isMethodDeclaration(owner) && ts.isObjectLiteralExpression(owner.parent)
      ? wantedMethod(checker, owner, owner.parent)
      : ts.isExpression(owner) && checker.getContextualType(owner);
  const signatures = wanted ? checker.getNonNullableType(wanted).getCallSignatures() : [];
  const index = owner.parameters.indexOf(parameter);
  return signatures.some(({ parameters }) => {
    const declaration = parameters[index]?.valueDeclaration;
    return declaration && ts.isParameter(declaration) && declaration.questionToken !== undefined;
  });
}

function wantedMethod(
  checker: ts.TypeChecker,
  method: ts.MethodDeclaration,
  literal: ts.ObjectLiteralExpression,
): ts.Type | undefined {
  const property = checker.getContextualType(literal)?.getProperty(method.name.getText());
  return property && checker.getTypeOfSymbol(property);
}

function lowerParameter(
  ctx: Lowering,
  parameter: ts.ParameterDeclaration,
  id: string,
  optional: boolean,
  prologue: py.Statement[],
): py.Parameter {
  const { initializer } = parameter;
  if (initializer && mayReceiveNull(ctx, parameter)) {
    refuseNullForDefault(ctx, parameter, ctx.typeOf(parameter.name), initializer);
  }
  if (!initializer) return optional ? py.parameter(id, py.noneValue()) : py.parameter(id);
  const value = ctx.capture(() => lowerExpression(ctx, initializer));
  if (isImmutableLiteral(initializer) && !mayBePassedNone(ctx, parameter)) {
    return py.parameter(id, value.value);
  }
  prologue.push(
    py.ifThen(py.isNone(py.name(id)), [
      ...value.prerequisites,
      py.assign(py.name(id), value.value),
    ]),
  );
  return py.parameter(id, py.noneValue());
}

/** Does a caller give null, which a default does not replace? */
function mayReceiveNull(ctx: Lowering, parameter: ts.ParameterDeclaration): boolean {
  const given = ctx.facts.calls.argumentsFor(parameter);
  const { types } = ctx.facts;
  return given?.every((node) => !types.mayBe(ctx.typeOf(node), "null")) !== true;
}

/** A literal can be the default itself: it is made once and never changes. */
function isImmutableLiteral(node: ts.Expression): boolean {
  const bare = skipWrappers(node);
  if (ts.isPrefixUnaryExpression(bare)) return ts.isNumericLiteral(bare.operand);
  return (
    ts.isNumericLiteral(bare) ||
    ts.isStringLiteralLike(bare) ||
    bare.kind === ts.SyntaxKind.TrueKeyword ||
    bare.kind === ts.SyntaxKind.FalseKeyword
  );
}

/** Does some caller give undefined explicitly, which must select the default? */
function mayBePassedNone(ctx: Lowering, parameter: ts.ParameterDeclaration): boolean {
  return ctx.facts.calls.mayReceiveUndefined(parameter);
}
