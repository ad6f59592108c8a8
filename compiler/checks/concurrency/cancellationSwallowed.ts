import { ts } from "ts-morph";
import { cancellationSwallowed as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { boardNameOf } from "../../facts/contexts/boardNames.ts";
import { isAsync, nodesOf, type Unit } from "../../facts/contexts/units.ts";
import type { ConcurrentProgram, Rule } from "./concurrentProgram.ts";

const cancellations: ReadonlySet<string> = new Set(["asyncio.CancelledError", "BaseException"]);

/**
 * `catch` lets a cancellation pass, unless CancelledError is named. A task that names it and goes on
 * is not cancelled: whoever cancelled it waits in vain.
 */
export const cancellationSwallowed: Rule = (program) => {
  for (const unit of program.graph.units) {
    if (!isAsync(unit)) continue;
    for (const node of nodesOf(unit)) {
      if (!ts.isTryStatement(node) || !node.catchClause || waitsForTask(program, node.tryBlock))
        continue;
      const branch = branchOf(program, node.catchClause.block);
      if (branch && !leaves(branch) && goesOn(node, unit)) program.report(branch.parent, problem());
    }
  }
};

/** What a `catch` does where it finds a cancellation. */
function branchOf({ facts }: ConcurrentProgram, block: ts.Block): ts.Statement | undefined {
  for (const statement of block.statements) {
    if (!ts.isIfStatement(statement)) continue;
    const test = statement.expression;
    const isNamed =
      ts.isBinaryExpression(test) &&
      test.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword &&
      cancellations.has(boardNameOf(facts.checker, test.right) ?? "");
    if (isNamed) return statement.thenStatement;
  }
  return undefined;
}

/** `await task` gives the cancellation of another task, which may be caught. */
function waitsForTask({ facts }: ConcurrentProgram, block: ts.Block): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isAwaitExpression(node)) {
      const type = facts.checker.getTypeAtLocation(node.expression);
      if (type.getSymbol()?.name === "Task" || /gather|wait_for/.test(node.expression.getText()))
        found = true;
    }
    ts.forEachChild(node, visit);
  };
  visit(block);
  return found;
}

function leaves(branch: ts.Statement): boolean {
  const last = ts.isBlock(branch) ? branch.statements.at(-1) : branch;
  return (
    last !== undefined &&
    (ts.isThrowStatement(last) || ts.isReturnStatement(last) || ts.isBreakStatement(last))
  );
}

/** Does something follow in which the task waits again: the loop around, or statements behind? */
function goesOn(node: ts.Node, unit: Unit): boolean {
  for (let current = node; current !== unit; current = current.parent) {
    const { parent } = current;
    if (ts.isIterationStatement(parent, false)) return true;
    if (ts.isBlock(parent)) {
      const rest = parent.statements.slice(parent.statements.indexOf(current as ts.Statement) + 1);
      if (rest.some((statement) => /\bawait\b/.test(statement.getText()))) return true;
    }
  }
  return false;
}
