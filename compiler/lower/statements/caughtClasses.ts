import { ts } from "ts-morph";
import { isLibrarySymbol } from "../../facts/typeFacts.ts";
import * as py from "../../python/py.ts";
import { lowerClassReference } from "../expressions/instanceOf.ts";
import type { Lowering } from "../lowering.ts";

/**
 * What a `catch` stops. Python's `except Exception` lets pass what is no error: cancellation,
 * SystemExit, KeyboardInterrupt. A clause that asks for one of these stops it as well:
 *
 *     except (Exception, CancelledError) as e:
 */
export function caughtClasses(ctx: Lowering, clause: ts.CatchClause): py.Expression {
  const variable = clause.variableDeclaration?.name;
  const every = py.name("Exception");
  if (!variable || !ts.isIdentifier(variable)) return every;
  const symbol = ctx.checker.getSymbolAtLocation(variable);
  const found = new Map<ts.Symbol, py.Expression>();
  const visit = (node: ts.Node): void => {
    const type = testedClass(node);
    if (type && !isCaughtElsewhere(ctx, type.left, symbol)) {
      const instance = instanceType(ctx, type.right);
      if (instance?.symbol && !found.has(instance.symbol) && isNoError(ctx, instance)) {
        const { value, prerequisites } = ctx.capture(() => lowerClassReference(ctx, type.right));
        if (prerequisites.length === 0) found.set(instance.symbol, value);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(clause.block);
  return found.size === 0 ? every : py.tuple([every, ...found.values()]);
}

/** Is it the variable of another catch? What else is tested may be a copy of this one's. */
function isCaughtElsewhere(
  ctx: Lowering,
  tested: ts.Expression,
  own: ts.Symbol | undefined,
): boolean {
  const symbol = ctx.checker.getSymbolAtLocation(tested);
  const declaration = symbol?.valueDeclaration;
  return declaration !== undefined && symbol !== own && ts.isCatchClause(declaration.parent);
}

/** `left instanceof right` */
function testedClass(
  node: ts.Node,
): { readonly left: ts.Expression; readonly right: ts.Expression } | undefined {
  if (!ts.isBinaryExpression(node)) return undefined;
  return node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword ? node : undefined;
}

function instanceType(ctx: Lowering, type: ts.Expression): ts.Type | undefined {
  return ctx.checker.getTypeAtLocation(type).getConstructSignatures()[0]?.getReturnType();
}

/** Does it derive from Python's BaseException, and not from Exception? */
function isNoError(ctx: Lowering, type: ts.Type): boolean {
  const { symbol } = type;
  if (symbol && isLibrarySymbol(symbol)) {
    if (symbol.name === "BaseException") return true;
    if (symbol.name === "Exception") return false;
  }
  if (!type.isClassOrInterface()) return false;
  return ctx.checker.getBaseTypes(type).some((base) => isNoError(ctx, base));
}
