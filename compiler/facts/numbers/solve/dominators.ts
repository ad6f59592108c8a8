import { ts } from "ts-morph";

/**
 * What is known to have happened before a node is reached, backwards in time:
 *
 * - `holds`: a condition was tested, with this outcome;
 * - `ran`: the code in this range may have run since, also several times;
 * - `statement`: this statement was run as a whole, once, right before;
 * - `case`: the value of a switch was one of a clause's;
 * - `leave`: from here on the code runs when the function was made, not when it was called.
 */
export type Step =
  | { readonly kind: "holds"; readonly condition: ts.Expression; readonly value: boolean }
  | { readonly kind: "ran"; readonly from: number; readonly to: number }
  | { readonly kind: "statement"; readonly node: ts.Node }
  | { readonly kind: "case"; readonly clause: ts.CaseOrDefaultClause }
  | { readonly kind: "leave" };

/** The steps before `node`, up to and with those that its ancestor `until` gives. */
export function* dominators(node: ts.Node, until?: ts.Node): Generator<Step> {
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    yield* stepsInside(parent, child);
    if (parent === until) return;
  }
}

/** The steps before the end of a statement: what is known where it has been run. */
export function* dominatorsOfEnd(node: ts.Statement, until: ts.Node): Generator<Step> {
  if (ts.isBlock(node)) yield* stepsOfList(node.statements, node.statements.length);
  else yield* stepsOf(node);
  yield* dominators(node, until);
}

function ran(from: number, to: number): Step {
  return { kind: "ran", from, to };
}

function holds(condition: ts.Expression, value: boolean): Step {
  return { kind: "holds", condition, value };
}

/** Everything in `parent` that comes before its part `child`. */
function* stepsInside(parent: ts.Node, child: ts.Node): Generator<Step> {
  if (ts.isFunctionLike(parent) || ts.isClassLike(parent) || ts.isPropertyDeclaration(parent)) {
    yield { kind: "leave" };
  } else if (ts.isBinaryExpression(parent)) yield* insideBinary(parent, child);
  else if (ts.isConditionalExpression(parent)) yield* insideConditional(parent, child);
  else if (ts.isIfStatement(parent)) yield* insideIf(parent, child);
  else if (ts.isIterationStatement(parent, false)) yield* insideLoop(parent, child);
  else if (ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isModuleBlock(parent)) {
    yield* stepsOfList(parent.statements, parent.statements.indexOf(child as ts.Statement));
  } else if (ts.isCaseOrDefaultClause(parent)) yield* insideClause(parent, child);
  else if (ts.isTryStatement(parent)) yield* insideTry(parent, child);
  else if (ts.isVariableDeclarationList(parent)) {
    const index = parent.declarations.indexOf(child as ts.VariableDeclaration);
    for (let i = index - 1; i >= 0; i--) yield { kind: "statement", node: parent.declarations[i]! };
  } else if (!ts.isCaseBlock(parent) && parent.pos < child.pos) yield ran(parent.pos, child.pos);
}

function* insideBinary(parent: ts.BinaryExpression, child: ts.Node): Generator<Step> {
  if (child !== parent.right) return;
  const { kind } = parent.operatorToken;
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) yield holds(parent.left, true);
  else if (kind === ts.SyntaxKind.BarBarToken) yield holds(parent.left, false);
  yield ran(parent.left.pos, parent.left.end);
}

function* insideConditional(parent: ts.ConditionalExpression, child: ts.Node): Generator<Step> {
  if (child === parent.condition) return;
  yield holds(parent.condition, child === parent.whenTrue);
  yield ran(parent.condition.pos, parent.condition.end);
}

function* insideIf(parent: ts.IfStatement, child: ts.Node): Generator<Step> {
  if (child === parent.expression) return;
  yield holds(parent.expression, child === parent.thenStatement);
  yield ran(parent.expression.pos, parent.expression.end);
}

function* insideLoop(parent: ts.IterationStatement, child: ts.Node): Generator<Step> {
  if (ts.isForStatement(parent)) return yield* insideFor(parent, child);
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) {
    if (child === parent.statement) yield ran(parent.pos, parent.end);
    return;
  }
  if (ts.isWhileStatement(parent) && child === parent.statement) {
    yield holds(parent.expression, true);
  }
  yield ran(parent.pos, parent.end);
}

function* insideFor(parent: ts.ForStatement, child: ts.Node): Generator<Step> {
  const { initializer, condition } = parent;
  if (child === initializer) return;
  if (child === parent.incrementor) yield ran(parent.statement.pos, parent.statement.end);
  if (condition && child !== condition) yield holds(condition, true);
  yield ran(initializer ? initializer.end : parent.pos, parent.end);
  if (!initializer) return;
  if (ts.isVariableDeclarationList(initializer)) {
    yield { kind: "statement", node: initializer };
  } else yield ran(initializer.pos, initializer.end);
}

function* insideTry(parent: ts.TryStatement, child: ts.Node): Generator<Step> {
  if (child === parent.tryBlock) return;
  yield ran(parent.tryBlock.pos, child.pos);
}

/** A clause is entered from the top, or from the clause before where that may fall through. */
function* insideClause(parent: ts.CaseOrDefaultClause, child: ts.Node): Generator<Step> {
  const index = parent.statements.indexOf(child as ts.Statement);
  if (index < 0) return;
  yield* stepsOfList(parent.statements, index);
  const before = clausesBefore(parent).find((clause) => clause.statements.length > 0);
  if (before && !isLeft(before)) yield ran(parent.parent.pos, parent.pos);
  else yield { kind: "case", clause: parent };
}

/** The clauses before one, the nearest first. */
function clausesBefore(clause: ts.CaseOrDefaultClause): readonly ts.CaseOrDefaultClause[] {
  const { clauses } = clause.parent;
  return clauses.slice(0, clauses.indexOf(clause)).reverse();
}

/** A clause and the empty ones right before it, which share its statements. */
export function sharedClauses(clause: ts.CaseOrDefaultClause): readonly ts.CaseOrDefaultClause[] {
  const before = clausesBefore(clause);
  const end = before.findIndex((other) => other.statements.length > 0);
  return [clause, ...(end < 0 ? before : before.slice(0, end))];
}

/** Can a clause not be left at its end? */
function isLeft(clause: ts.CaseOrDefaultClause): boolean {
  const last = clause.statements.at(-1);
  return last !== undefined && isAbrupt(last);
}

function* stepsOfList(list: ts.NodeArray<ts.Statement>, end: number): Generator<Step> {
  for (let i = end - 1; i >= 0; i--) yield* stepsOf(list[i]!);
}

/** What is known after a statement: why it was left, then that it ran. */
function* stepsOf(node: ts.Statement): Generator<Step> {
  if (ts.isIfStatement(node)) {
    if (isAbrupt(node.thenStatement)) yield holds(node.expression, false);
    else if (node.elseStatement && isAbrupt(node.elseStatement)) yield holds(node.expression, true);
  } else if (ts.isWhileStatement(node) || ts.isDoStatement(node) || ts.isForStatement(node)) {
    const condition = conditionOf(node);
    if (condition && !hasBreak(node)) yield holds(condition, false);
  } else if (ts.isExpressionStatement(node) && isAssertion(node.expression)) {
    yield holds(node.expression.arguments[0]!, true);
  } else if (ts.isFunctionDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
  yield { kind: "statement", node };
}

export function conditionOf(
  node: ts.WhileStatement | ts.DoStatement | ts.ForStatement,
): ts.Expression | undefined {
  return ts.isForStatement(node) ? node.condition : node.expression;
}

function isAssertion(node: ts.Expression): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === "assert" &&
    node.arguments.length > 0
  );
}

/** Does a statement never end at its end? */
export function isAbrupt(node: ts.Statement): boolean {
  switch (node.kind) {
    case ts.SyntaxKind.ReturnStatement:
    case ts.SyntaxKind.ThrowStatement:
    case ts.SyntaxKind.BreakStatement:
    case ts.SyntaxKind.ContinueStatement:
      return true;
    default:
  }
  if (ts.isBlock(node)) {
    const last = node.statements.at(-1);
    return last !== undefined && isAbrupt(last);
  }
  if (!ts.isIfStatement(node) || !node.elseStatement) return false;
  return isAbrupt(node.thenStatement) && isAbrupt(node.elseStatement);
}

/** Is there a `break` that may leave the loop? One with a label may, wherever it goes. */
export function hasBreak(loop: ts.IterationStatement): boolean {
  const search = (node: ts.Node, isInner: boolean): boolean => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return false;
    if (ts.isBreakStatement(node)) return !isInner || node.label !== undefined;
    const catches = ts.isIterationStatement(node, false) || ts.isSwitchStatement(node);
    return ts.forEachChild(node, (child) => search(child, isInner || catches)) ?? false;
  };
  return search(loop.statement, false);
}

/**
 * The stretches of a statement that may have run when what follows it is reached: not the branches
 * that never come to an end.
 */
export function liveRanges(node: ts.Node): readonly { from: number; to: number }[] {
  if (!ts.isIfStatement(node)) return [{ from: node.pos, to: node.end }];
  const parts: ts.Node[] = [node.expression];
  if (!isAbrupt(node.thenStatement)) parts.push(node.thenStatement);
  if (node.elseStatement && !isAbrupt(node.elseStatement)) parts.push(node.elseStatement);
  return parts.map((part) => ({ from: part.pos, to: part.end }));
}
