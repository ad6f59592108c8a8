import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import { stashAlways } from "../expressions/lowerOrdered.ts";
import type { Lowering } from "../lowering.ts";
import { compareValues } from "../values/equality.ts";
import { isExactly } from "../values/nulls.ts";
import { isConstant } from "../values/repeatable.ts";
import { withBreakTarget } from "./jumps.ts";
import { lowerStatements } from "./lowerStatements.ts";

/** Cases with the same statements: `case 1: case 2: ...`. */
interface CaseGroup {
  readonly cases: readonly ts.CaseClause[];
  readonly isDefault: boolean;
  readonly statements: readonly ts.Statement[];
}

/**
 * `switch (x)`: if, elif, else where no case runs on into the next one:
 *
 *     if x == 1 or x == 2:
 *         ...
 *     elif x == 3:
 *         ...
 */
export function lowerSwitchStatement(ctx: Lowering, node: ts.SwitchStatement): py.Statement[] {
  const value = switchValue(ctx, node);
  const groups = groupCases(node);
  const ends = groups.map((group, index) => index === groups.length - 1 || endsByItself(group));
  if (ends.every(Boolean) && isLazyFree(ctx, node)) return lowerChain(ctx, node, value, groups);
  return lowerWithFallThrough(ctx, node, value, groups);
}

/** A variable is copied where a case assigns it. */
function switchValue(ctx: Lowering, node: ts.SwitchStatement): py.Expression {
  const value = lowerExpression(ctx, node.expression);
  const isChanged = node.caseBlock.clauses.some(
    (clause) =>
      ts.isCaseClause(clause) && ctx.facts.order.mustComeFirst(node.expression, clause.expression),
  );
  return isChanged && !isConstant(value)
    ? stashAlways(ctx, value, "case")
    : ctx.stash(value, "case");
}

function groupCases(node: ts.SwitchStatement): readonly CaseGroup[] {
  const groups: CaseGroup[] = [];
  let cases: ts.CaseClause[] = [];
  let isDefault = false;
  const { clauses } = node.caseBlock;
  clauses.forEach((clause, index) => {
    if (ts.isCaseClause(clause)) cases.push(clause);
    else isDefault = true;
    if (clause.statements.length > 0 || index === clauses.length - 1) {
      groups.push({ cases, isDefault, statements: clause.statements });
      cases = [];
      isDefault = false;
    }
  });
  return groups;
}

/** Does a case never run on into the next: does it end with break, return, throw or continue? */
function endsByItself(group: CaseGroup): boolean {
  return group.statements.some(leavesAlways);
}

function leavesAlways(node: ts.Statement): boolean {
  if (ts.isBlock(node)) return node.statements.some(leavesAlways);
  if (ts.isIfStatement(node)) {
    return (
      node.elseStatement !== undefined &&
      leavesAlways(node.thenStatement) &&
      leavesAlways(node.elseStatement)
    );
  }
  return (
    ts.isBreakStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isContinueStatement(node)
  );
}

/** Case expressions that need statements of their own are left to the general form. */
function isLazyFree(ctx: Lowering, node: ts.SwitchStatement): boolean {
  return node.caseBlock.clauses.every(
    (clause) =>
      !ts.isCaseClause(clause) ||
      ctx.capture(() => lowerExpression(ctx, clause.expression)).prerequisites.length === 0,
  );
}

function lowerChain(
  ctx: Lowering,
  node: ts.SwitchStatement,
  value: py.Expression,
  groups: readonly CaseGroup[],
): py.Statement[] {
  const trimmed = groups.map((group) => ({ ...group, statements: withoutBreak(group.statements) }));
  const lowerAll = () => {
    const fallback = trimmed.find((group) => group.isDefault);
    let orelse: py.Statement[] = fallback ? lowerGroup(ctx, fallback) : [];
    for (const group of trimmed.filter((g) => !g.isDefault).toReversed()) {
      const test = group.cases.map((c) => caseTest(ctx, node, value, c)).reduce(py.or);
      orelse = [py.ifThen(test, lowerGroup(ctx, group), orelse)];
    }
    return orelse;
  };
  const isBroken = trimmed.some((group) => containsBreak(group.statements));
  return isBroken ? withBreakTarget(ctx, node, true, lowerAll) : lowerAll();
}

function lowerGroup(ctx: Lowering, group: CaseGroup): py.Statement[] {
  const only = group.statements.length === 1 ? group.statements[0] : undefined;
  if (only && ts.isBlock(only)) return lowerStatements(ctx, withoutBreak(only.statements));
  return lowerStatements(ctx, group.statements);
}

function caseTest(
  ctx: Lowering,
  node: ts.SwitchStatement,
  value: py.Expression,
  clause: ts.CaseClause,
): py.Expression {
  const type = ctx.typeOf(node.expression);
  const isTest = ctx.facts.types.isOnly(ctx.typeOf(clause.expression), "boolean");
  if (value.kind === "literal" && value.type === "bool" && value.value && isTest) {
    return lowerExpression(ctx, clause.expression);
  }
  const wanted = lowerExpression(ctx, clause.expression);
  const caseType = ctx.typeOf(clause.expression);
  if (ctx.facts.types.isOnly(caseType, "null", "undefined")) {
    const isNull = ctx.facts.types.isOnly(caseType, "null");
    return isExactly(ctx, value, isNull ? "null" : "undefined");
  }
  return compareValues(ctx, value, type, wanted, caseType, true);
}

/** The `break` that ends a case has done its work once the case is a branch. */
function withoutBreak(statements: readonly ts.Statement[]): readonly ts.Statement[] {
  const end = statements.findIndex((s) => ts.isBreakStatement(s) && !s.label);
  if (end >= 0) return statements.slice(0, end);
  const last = statements.at(-1);
  if (last && ts.isBlock(last) && statements.length === 1) {
    const inner = last.statements.findIndex((s) => ts.isBreakStatement(s) && !s.label);
    if (inner >= 0 && inner === last.statements.length - 1 && inner > 0) return [last];
  }
  return statements;
}

function containsBreak(statements: readonly ts.Statement[]): boolean {
  const only = statements.length === 1 ? statements[0] : undefined;
  if (only && ts.isBlock(only)) return containsBreak(withoutBreak(only.statements));
  let found = false;
  const visit = (node: ts.Node): void => {
    if (found || ts.isFunctionLike(node) || ts.isIterationStatement(node, false)) return;
    if (ts.isSwitchStatement(node)) return;
    if (ts.isBreakStatement(node) && !node.label) found = true;
    ts.forEachChild(node, visit);
  };
  statements.forEach(visit);
  return found;
}

/**
 * Cases that run on: the number of the first matching case decides from where on the bodies run.
 *
 *     case = 0 if x == 1 else 1 if x == 2 else 2
 *     while True:
 *         if case <= 0:
 *             ...
 *         if case <= 1:
 *             ...
 *         break
 */
function lowerWithFallThrough(
  ctx: Lowering,
  node: ts.SwitchStatement,
  value: py.Expression,
  groups: readonly CaseGroup[],
): py.Statement[] {
  const start = py.name(ctx.fresh("start"));
  const fallback = groups.findIndex((group) => group.isDefault);
  const none = fallback >= 0 ? fallback : groups.length;
  const tests: { test: py.Expression; before: readonly py.Statement[]; index: number }[] = [];
  groups.forEach((group, index) => {
    for (const clause of group.cases) {
      const captured = ctx.capture(() => caseTest(ctx, node, value, clause));
      tests.push({ test: captured.value, before: captured.prerequisites, index });
    }
  });
  const choice: py.Statement[] = tests.reduceRight<py.Statement[]>(
    (orelse, { test, before, index }) => [
      ...before,
      py.ifThen(test, [py.assign(start, py.int(index))], orelse),
    ],
    [py.assign(start, py.int(none))],
  );
  const bodies = withBreakTarget(ctx, node, true, () =>
    groups.map((group, index) =>
      py.ifThen(py.compare(start, "<=", py.int(index)), lowerStatements(ctx, group.statements)),
    ),
  );
  return [...choice, ...bodies];
}
