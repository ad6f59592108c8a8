import { ts } from "ts-morph";
import type { BindingFacts } from "./bindings.ts";
import { hasModifier } from "./syntax.ts";

/**
 * The whole numbers that a module starts with, keeps to itself, and uses in functions. MicroPython puts the value
 * of `_SIZE = const(16)` wherever the name is read, and keeps no variable.
 */
export interface ModuleConstants {
  of(file: ts.SourceFile): readonly ts.Symbol[];
}

export function createModuleConstants(
  checker: ts.TypeChecker,
  bindings: BindingFacts,
  sourceFiles: readonly ts.SourceFile[],
): ModuleConstants {
  const constants = new Set<ts.Symbol>();
  for (const file of sourceFiles) collect(file);
  return {
    of: (file) => [...constants].filter((one) => one.valueDeclaration?.getSourceFile() === file),
  };

  /** Those among the statements at the start that only import, declare types and name literals. */
  function collect(file: ts.SourceFile): void {
    const words = new Set(file.text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu));
    for (const statement of file.statements) {
      if (!isQuiet(statement)) return;
      if (!ts.isVariableStatement(statement) || isExported(statement)) continue;
      for (const { name, initializer } of statement.declarationList.declarations) {
        const symbol = checker.getSymbolAtLocation(name);
        if (!symbol || !initializer || !isWhole(initializer) || words.has(`_${symbol.name}`))
          continue;
        if (isUsedInFunctions(symbol)) constants.add(symbol);
      }
    }
  }

  function isUsedInFunctions(symbol: ts.Symbol): boolean {
    const binding = bindings.of(symbol);
    if (!binding || binding.capturedBy.size === 0) return false;
    return !binding.references.some(({ parent }) => ts.isExportSpecifier(parent));
  }

  /** A whole number that needs no more than 31 bits, or a sum or product of such: what Python computes, too. */
  function isWhole(node: ts.Expression): boolean {
    return valueAt(node) !== undefined;
  }

  function valueAt(node: ts.Expression): number | undefined {
    if (ts.isParenthesizedExpression(node)) return valueAt(node.expression);
    if (ts.isNumericLiteral(node)) return whole(Number(node.text));
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
      const value = valueAt(node.operand);
      // JavaScript's -0 is no whole number of Python's.
      return value ? -value : undefined;
    }
    if (ts.isIdentifier(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      const declared = symbol && constants.has(symbol) ? symbol.valueDeclaration : undefined;
      const isKnown = declared && ts.isVariableDeclaration(declared) && declared.initializer;
      return isKnown ? valueAt(isKnown) : undefined;
    }
    return ts.isBinaryExpression(node) ? computed(node) : undefined;
  }

  function computed({ left, operatorToken, right }: ts.BinaryExpression): number | undefined {
    const a = valueAt(left);
    const b = valueAt(right);
    const compute = operators.get(operatorToken.kind);
    return a === undefined || b === undefined || !compute ? undefined : whole(compute(a, b));
  }

  function isQuiet(statement: ts.Statement): boolean {
    if (ts.isVariableStatement(statement)) {
      const { declarations, flags } = statement.declarationList;
      return (
        (flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const &&
        declarations.every(({ name, initializer }) => {
          return ts.isIdentifier(name) && initializer !== undefined && isLiteral(initializer);
        })
      );
    }
    return (
      ts.isImportDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      ts.isEmptyStatement(statement)
    );
  }

  function isLiteral(node: ts.Expression): boolean {
    return ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) || isWhole(node);
  }
}

function isExported(statement: ts.Statement): boolean {
  return hasModifier(statement, ts.SyntaxKind.ExportKeyword);
}

const operators: ReadonlyMap<ts.SyntaxKind, (a: number, b: number) => number> = new Map([
  [ts.SyntaxKind.PlusToken, (a, b) => a + b],
  [ts.SyntaxKind.MinusToken, (a, b) => a - b],
  [ts.SyntaxKind.AsteriskToken, (a, b) => a * b],
]);

/** Small ints of all boards hold it. */
function whole(value: number): number | undefined {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 30 ? value : undefined;
}
