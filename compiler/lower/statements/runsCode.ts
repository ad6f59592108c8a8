import { ts } from "ts-morph";
import { isDeclarationFileSymbol } from "../../facts/typeFacts.ts";
import type { Lowering } from "../lowering.ts";

/** May a statement call or mention a function of the program while it runs? Declarations do not run. */
export function runsCode(ctx: Lowering, node: ts.Statement): boolean {
  if (
    ts.isFunctionDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node)
  ) {
    return false;
  }
  if (!ts.isVariableStatement(node)) return true;
  return node.declarationList.declarations.some(
    ({ name, initializer }) =>
      !ts.isIdentifier(name) || (initializer !== undefined && !isQuiet(ctx, initializer)),
  );
}

/** A value that is made without any function of the program: `[1, -2]`, `{ port: 80 }`, `new Pin(15, Pin.OUT)`. */
function isQuiet(ctx: Lowering, node: ts.Expression): boolean {
  const quiet = (part: ts.Expression) => isQuiet(ctx, part);
  if (ts.isLiteralExpression(node) || ts.isArrowFunction(node)) return true;
  if (ts.isIdentifier(node)) return isVariable(ctx, node);
  if (ts.isPrefixUnaryExpression(node)) return quiet(node.operand);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(quiet);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every((p) => ts.isPropertyAssignment(p) && quiet(p.initializer));
  }
  if (ts.isPropertyAccessExpression(node)) return isNative(ctx, node.name);
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    return isNative(ctx, node.expression) && (node.arguments ?? []).every(quiet);
  }
  return [
    ts.SyntaxKind.TrueKeyword,
    ts.SyntaxKind.FalseKeyword,
    ts.SyntaxKind.NullKeyword,
  ].includes(node.kind);
}

function isVariable(ctx: Lowering, node: ts.Identifier): boolean {
  const symbol = ctx.checker.getSymbolAtLocation(node);
  if (!symbol || (symbol.flags & ts.SymbolFlags.Variable) === 0) return false;
  return ctx.checker.getTypeAtLocation(node).getCallSignatures().length === 0;
}

/** Is a function, class or constant MicroPython's own? */
function isNative(ctx: Lowering, node: ts.Expression | ts.MemberName): boolean {
  const name = ts.isPropertyAccessExpression(node) ? node.name : node;
  const symbol = ctx.checker.getSymbolAtLocation(name);
  if (!symbol) return false;
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  return isDeclarationFileSymbol(isAlias ? ctx.checker.getAliasedSymbol(symbol) : symbol);
}
