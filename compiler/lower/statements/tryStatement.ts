import { ts } from "ts-morph";
import { skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { bindPattern } from "../destructuring/bindPattern.ts";
import { lowerClassReference } from "../expressions/instanceOf.ts";
import type { Lowering } from "../lowering.ts";
import { bindVariable } from "./bindVariable.ts";
import { caughtClasses } from "./caughtClasses.ts";
import { lowerBody, lowerStatements } from "./lowerStatements.ts";
import { originOf } from "./origin.ts";

/**
 * `try { } catch (e) { } finally { }`. `catch` is `except Exception`, so that cancellation passes; a
 * chain of `instanceof` tests becomes clauses of its own:
 *
 *     except OSError as e:
 *         ...
 *     except Exception as e:
 *         ...
 */
export function lowerTryStatement(ctx: Lowering, node: ts.TryStatement): py.Statement[] {
  const body = lowerStatements(ctx, node.tryBlock.statements);
  const handlers = node.catchClause ? lowerCatch(ctx, node.catchClause) : [];
  const finalbody = node.finallyBlock ? lowerStatements(ctx, node.finallyBlock.statements) : [];
  if (handlers.length === 0 && finalbody.length === 0) return body;
  return [py.tryExcept(orPass(body), handlers, finalbody)];
}

function orPass(body: readonly py.Statement[]): readonly py.Statement[] {
  return body.length === 0 ? [py.pass()] : body;
}

function lowerCatch(ctx: Lowering, clause: ts.CatchClause): py.Handler[] {
  const variable = clause.variableDeclaration?.name;
  if (!variable) {
    return [
      py.handler(py.name("Exception"), undefined, lowerStatements(ctx, clause.block.statements)),
    ];
  }
  if (ts.isIdentifier(variable)) {
    const chain = instanceOfChain(ctx, clause, variable);
    if (chain) return chain.map((part) => lowerChainPart(ctx, variable, part));
  }
  return [
    lowerWhole(ctx, variable, caughtClasses(ctx, clause), () =>
      lowerStatements(ctx, clause.block.statements),
    ),
  ];
}

/** One branch of `if (e instanceof A) ... else if (e instanceof B) ... else ...`. */
interface ChainPart {
  readonly type: py.Expression;
  readonly body: ts.Statement | undefined;
  /** Is it a bare `throw e` of what was caught? */
  readonly rethrows: boolean;
}

/** The catch block as clauses, where it is nothing but such a chain. */
function instanceOfChain(
  ctx: Lowering,
  clause: ts.CatchClause,
  variable: ts.Identifier,
): readonly ChainPart[] | undefined {
  const [first, second, ...more] = clause.block.statements;
  if (!first || !ts.isIfStatement(first) || more.length > 0) return undefined;
  const parts: ChainPart[] = [];
  let current: ts.Statement | undefined = first;
  while (current && ts.isIfStatement(current)) {
    const type = testedClass(ctx, current.expression, variable);
    if (!type) return undefined;
    parts.push({ type, body: current.thenStatement, rethrows: false });
    current = current.elseStatement;
  }
  const rest: ts.Statement | undefined = current ?? second;
  if (current && second) return undefined;
  if (rest === undefined) {
    parts.push({ type: py.name("Exception"), body: undefined, rethrows: false });
  } else if (!isRethrow(rest, variable)) {
    if (second && !leaves(first)) return undefined;
    parts.push({ type: py.name("Exception"), body: rest, rethrows: false });
  } else if (second && !leaves(first)) return undefined;
  return parts;
}

/** The class of `e instanceof C`, by itself or `e instanceof A || e instanceof B`. */
function testedClass(
  ctx: Lowering,
  test: ts.Expression,
  variable: ts.Identifier,
): py.Expression | undefined {
  const bare = skipWrappers(test);
  if (!ts.isBinaryExpression(bare)) return undefined;
  if (bare.operatorToken.kind === ts.SyntaxKind.BarBarToken) {
    const left = testedClass(ctx, bare.left, variable);
    const right = testedClass(ctx, bare.right, variable);
    return left && right ? py.tuple([...membersOf(left), ...membersOf(right)]) : undefined;
  }
  if (bare.operatorToken.kind !== ts.SyntaxKind.InstanceOfKeyword) return undefined;
  if (!ts.isIdentifier(bare.left) || bare.left.text !== variable.text) return undefined;
  const captured = ctx.capture(() => lowerClassReference(ctx, bare.right));
  return captured.prerequisites.length === 0 ? captured.value : undefined;
}

function membersOf(type: py.Expression): readonly py.Expression[] {
  return type.kind === "tuple" ? type.elements : [type];
}

/** `throw e;` of the caught error, alone or in a block. */
function isRethrow(node: ts.Statement, variable: ts.Identifier): boolean {
  const only = ts.isBlock(node) && node.statements.length === 1 ? node.statements[0]! : node;
  return (
    ts.isThrowStatement(only) &&
    ts.isIdentifier(only.expression) &&
    only.expression.text === variable.text
  );
}

/** Does the branch always leave, so that what follows the `if` is its else? */
function leaves(node: ts.IfStatement): boolean {
  const last = ts.isBlock(node.thenStatement)
    ? node.thenStatement.statements.at(-1)
    : node.thenStatement;
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
}

function lowerChainPart(ctx: Lowering, variable: ts.Identifier, part: ChainPart): py.Handler {
  const { body } = part;
  if (!body) return py.handler(part.type, undefined, [py.pass()]);
  const symbol = ctx.checker.getSymbolAtLocation(variable);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  const isUsed = binding?.references.some((r) => r.pos >= body.pos && r.end <= body.end);
  if (!isUsed) return py.handler(part.type, undefined, orPass(lowerBody(ctx, body)));
  return lowerWhole(ctx, variable, part.type, () => lowerBody(ctx, body));
}

/** A clause that binds the error; `e` is gone after the clause in Python, so a closure gets a copy. */
function lowerWhole(
  ctx: Lowering,
  variable: ts.BindingName,
  type: py.Expression,
  lower: () => py.Statement[],
): py.Handler {
  if (!ts.isIdentifier(variable)) {
    const error = ctx.fresh("error");
    const thrown = ctx.facts.throwsValues
      ? ctx.callHelper("caught", py.name(error))
      : py.name(error);
    const parts = bindPattern(ctx, variable, thrown, ctx.typeOf(variable));
    return py.handler(type, error, [...parts, ...lower()]);
  }
  const symbol = ctx.checker.getSymbolAtLocation(variable);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  if (!binding || binding.references.length === 0)
    return py.handler(type, undefined, orPass(lower()));
  const { target } = bindVariable(ctx, variable);
  const catchesThrown = ctx.facts.throwsValues;
  if (target.kind === "name" && binding.capturedBy.size === 0 && !catchesThrown) {
    return py.handler(type, target.id, orPass(lower()));
  }
  const error = ctx.fresh("error");
  const value = catchesThrown ? ctx.callHelper("caught", py.name(error)) : py.name(error);
  const copy = py.assign(target, value);
  copy.origin = originOf(ctx, variable);
  return py.handler(type, error, [copy, ...lower()]);
}
