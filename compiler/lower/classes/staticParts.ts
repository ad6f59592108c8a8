import { ts } from "ts-morph";
import { hasModifier } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { lowerExpression } from "../expressions/lowerExpression.ts";
import type { Lowering } from "../lowering.ts";
import { lowerStatements } from "../statements/lowerStatements.ts";
import { originOf } from "../statements/origin.ts";
import { methodName } from "./classMembers.ts";

/**
 * Static fields and blocks, in order, after the class: they may mention it.
 *
 *     Counter.total = 0
 */
export function lowerStaticParts(
  ctx: Lowering,
  node: ts.ClassLikeDeclaration,
  className: string,
): py.Statement[] {
  return node.members.flatMap((member) => {
    if (ts.isClassStaticBlockDeclaration(member)) return lowerStaticBlock(ctx, member, className);
    const isStaticField =
      ts.isPropertyDeclaration(member) && hasModifier(member, ts.SyntaxKind.StaticKeyword);
    return isStaticField ? lowerStaticField(ctx, member, className) : [];
  });
}

function lowerStaticField(
  ctx: Lowering,
  node: ts.PropertyDeclaration,
  className: string,
): py.Statement[] {
  const target = py.attribute(py.name(className), methodName(ctx, node.name));
  const { initializer } = node;
  const { value, prerequisites } = ctx.withSelf(py.name(className), () =>
    ctx.capture(() => (initializer ? lowerExpression(ctx, initializer) : py.noneValue())),
  );
  const statements = [...prerequisites, py.assign(target, value)];
  for (const statement of statements) statement.origin ??= originOf(ctx, node);
  return statements;
}

/** A static block may declare variables: it runs as a function of its own. */
function lowerStaticBlock(
  ctx: Lowering,
  node: ts.ClassStaticBlockDeclaration,
  className: string,
): py.Statement[] {
  const name = ctx.fresh("initialise");
  const { value, declarations } = ctx.inScope(node, { self: py.name(className) }, () =>
    lowerStatements(ctx, node.body.statements),
  );
  const definition = py.functionDef(name, [], [...declarations, ...value], {
    displayName: `${className} static block`,
  });
  definition.origin = originOf(ctx, node);
  return [definition, py.expression(py.call(py.name(name)))];
}
