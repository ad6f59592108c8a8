import { ts } from "ts-morph";
import { isInLoop } from "../../facts/syntax.ts";
import type * as py from "../../python/py.ts";
import { lowerGuarded } from "../lowerGuarded.ts";
import type { Lowering } from "../lowering.ts";
import { statementTable } from "../statementTable.ts";
import { greaterOf } from "../values/greaterOf.ts";
import { hoistFunctions } from "./hoistFunctions.ts";
import { withLoopLoads } from "./loopLoads.ts";
import { originOf } from "./origin.ts";
import { lowerUsing } from "./usingDeclaration.ts";

type AnyStatementLowering = (ctx: Lowering, node: ts.Statement) => readonly py.Statement[];

/** Lowers one statement through the table; what its expressions need first comes before it. */
export function lowerStatement(ctx: Lowering, node: ts.Statement): py.Statement[] {
  // The table pairs each kind with a lowering of exactly that node type, so the cast is safe.
  const lower = statementTable[node.kind as keyof typeof statementTable] as AnyStatementLowering;
  const { value, prerequisites } = lowerGuarded(ctx, node, () =>
    ctx.capture(() =>
      ts.isIterationStatement(node, false)
        ? withLoopLoads(ctx, node, () => lower(ctx, node))
        : lower(ctx, node),
    ),
  );
  const plain = [...prerequisites, ...value];
  const statements = isInLoop(node) ? plain.map((one) => greaterOf(ctx, one)) : plain;
  const origin = originOf(ctx, node);
  for (const statement of statements) statement.origin ??= origin;
  return statements;
}

/** The statements of a block, functions that are used before their place first. */
export function lowerStatements(ctx: Lowering, nodes: readonly ts.Statement[]): py.Statement[] {
  const ordered = hoistFunctions(ctx, nodes);
  const result: py.Statement[] = [];
  for (const [index, node] of ordered.entries()) {
    if (isUsing(node)) {
      result.push(...lowerUsing(ctx, node, ordered.slice(index + 1)));
      return result;
    }
    result.push(...lowerStatement(ctx, node));
  }
  return result;
}

/** The body of a loop or branch, whether a block or a single statement. */
export function lowerBody(ctx: Lowering, node: ts.Statement): py.Statement[] {
  return ts.isBlock(node) ? lowerStatements(ctx, node.statements) : lowerStatement(ctx, node);
}

function isUsing(node: ts.Statement): node is ts.VariableStatement {
  return (
    ts.isVariableStatement(node) &&
    (node.declarationList.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using
  );
}
