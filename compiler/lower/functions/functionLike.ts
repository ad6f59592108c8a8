import { ts } from "ts-morph";
import { capturedLoopVariables } from "../../facts/loopCaptures.ts";
import { takesThis } from "../../facts/ownThis.ts";
import type { ScopeNode } from "../../facts/scopes.ts";
import { hasModifier } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import type { Lowering } from "../lowering.ts";
import { earlyVariables } from "../statements/earlyVariables.ts";
import { lowerStatements } from "../statements/lowerStatements.ts";
import { originOf } from "../statements/origin.ts";
import { ensureYield, generatorDecorators, generatorName, isAsyncGenerator } from "./generator.ts";
import { lowerParameters } from "./parameters.ts";
import { lowerReturned, returnsFromTry } from "./returned.ts";

export type FunctionNode = Extract<ts.FunctionLikeDeclaration, ScopeNode>;

/** What a function becomes besides its own code. */
export interface FunctionOptions {
  /** The name of Python's first parameter, and what `this` is inside. */
  readonly self?: string | undefined;
  /** What `this` is where it comes from outside. */
  readonly outerSelf?: py.Expression | undefined;
  readonly decorators?: readonly py.Expression[];
  /** Statements that run first, such as field initialisers. */
  readonly prologue?: () => readonly py.Statement[];
  readonly displayName?: string;
}

/** The parts of a Python function, from which a `def` or a lambda is made. */
export interface LoweredFunction {
  readonly parameters: readonly py.Parameter[];
  readonly body: readonly py.Statement[];
  /** The body as one expression, where it is one and nothing has to run before it. */
  readonly expression: py.Expression | undefined;
  readonly isAsync: boolean;
  /** What makes a Python function of another kind of it. */
  readonly decorators: readonly py.Expression[];
}

/** Lowers parameters and body of any function-like node. */
export function lowerFunctionLike(
  ctx: Lowering,
  node: FunctionNode,
  given: FunctionOptions = {},
): LoweredFunction {
  const hasOwnThis = given.self === undefined && takesThis(ctx.checker, node);
  const options = hasOwnThis && !ts.isArrowFunction(node) ? { ...given, self: "self" } : given;
  const captured = capturedLoopVariables(ctx.checker, ctx.facts.bindings, node, ctx.scope.node).map(
    (binding) => ctx.nameOf(binding),
  );
  const self = options.self === undefined ? options.outerSelf : py.name(options.self);
  const { value, declarations } = ctx.inScope(node, { self }, () => {
    const lowered = lowerParameters(ctx, node);
    // Defaults of parameters come first: `constructor(private limit = max())` keeps the default.
    const prologue = [...lowered.prologue, ...(options.prologue?.() ?? [])];
    const body = lowerBody(ctx, node, earlyVariables(ctx, node));
    return { parameters: lowered.parameters, prologue, ...body };
  });
  const parameters = [
    ...(isAsyncGenerator(node) ? [py.parameter(generatorName)] : []),
    ...(options.self === undefined ? [] : [py.parameter(options.self)]),
    // An arrow function means the outer `this`: what it is given goes by.
    ...(hasOwnThis && ts.isArrowFunction(node) ? [py.parameter("_self")] : []),
    ...withCaptures(value.parameters, captured),
  ];
  const body = ensureYield(node, [...declarations, ...value.prologue, ...value.statements]);
  return {
    parameters,
    body,
    expression: body.length === 1 ? soleExpression(body[0]!, node) : undefined,
    isAsync: hasModifier(node, ts.SyntaxKind.AsyncKeyword),
    decorators: [
      ...generatorDecorators(ctx, node),
      ...(returnsFromTry(ctx, node) ? [ctx.helper("returning")] : []),
    ],
  };
}

/** `lambda x, *, i=i: ...`: keyword-only, so that no caller can set it by accident. */
function withCaptures(
  parameters: readonly py.Parameter[],
  captured: readonly string[],
): readonly py.Parameter[] {
  if (captured.length === 0) return parameters;
  const star: readonly py.Parameter[] = parameters.some((p) => p.star)
    ? []
    : [{ name: "", star: true }];
  return [...parameters, ...star, ...captured.map((id) => py.parameter(id, py.name(id)))];
}

function lowerBody(
  ctx: Lowering,
  node: FunctionNode,
  prologue: readonly py.Statement[],
): { statements: readonly py.Statement[] } {
  const { body } = node;
  if (!body) return { statements: prologue };
  if (ts.isBlock(body)) {
    return { statements: [...prologue, ...lowerStatements(ctx, body.statements)] };
  }
  const captured = ctx.capture(() => lowerReturned(ctx, node, body));
  const origin = originOf(ctx, body);
  const result = returnsNothing(ctx, node)
    ? py.expression(captured.value)
    : py.returnValue(captured.value);
  const statements = [...captured.prerequisites, result];
  for (const statement of statements) statement.origin ??= origin;
  return { statements: [...prologue, ...statements] };
}

/** An arrow whose value nobody can use: `() => evt.set()` given as `() => void`. */
function returnsNothing(ctx: Lowering, node: FunctionNode): boolean {
  const signature = ctx.checker.getSignatureFromDeclaration(node);
  if (!signature) return false;
  const type = ctx.checker.getReturnTypeOfSignature(signature);
  return (type.flags & ts.TypeFlags.Void) !== 0 && !ts.isArrowFunction(node);
}

function soleExpression(statement: py.Statement, node: FunctionNode): py.Expression | undefined {
  if (!ts.isArrowFunction(node) || ts.isBlock(node.body)) return undefined;
  if (statement.kind === "return") return statement.value;
  return statement.kind === "expression" ? statement.value : undefined;
}
