import { ts } from "ts-morph";
import { skipWrappers } from "../syntax.ts";
import { libraryKey } from "../typeFacts.ts";

/**
 * Is every value that the program puts into a Map there for certain, so that what a Map gives is
 * undefined for a missing key only? A value that is read from somewhere may be missing itself.
 */
export function createMapValues(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
): () => boolean {
  let answer: boolean | undefined;
  return () => (answer ??= sourceFiles.every((file) => isFine(file)));

  function isFine(node: ts.Node): boolean {
    if (ts.isCallExpression(node) && keyOf(node) === "Map.set") {
      const value = node.arguments[1];
      if (!value || !isCertain(value)) return false;
    }
    if (ts.isNewExpression(node) && isMap(node) && !node.arguments?.every(isListOfEntries)) {
      if (node.arguments) return false;
    }
    // `m.set` and `Map` as values, and classes of their own, put in who knows what.
    if (ts.isPropertyAccessExpression(node) && node.name.text === "set" && !isCalled(node)) {
      return false;
    }
    if (ts.isExpressionWithTypeArguments(node) && node.expression.getText() === "Map") return false;
    return ts.forEachChild(node, (child) => (isFine(child) ? undefined : true)) === undefined;
  }

  function keyOf(call: ts.CallExpression): string | undefined {
    const callee = skipWrappers(call.expression);
    if (ts.isElementAccessExpression(callee)) return "Map.set";
    if (!ts.isPropertyAccessExpression(callee)) return undefined;
    const symbol = checker.getSymbolAtLocation(callee.name);
    return symbol && libraryKey(symbol);
  }

  function isMap(node: ts.NewExpression): boolean {
    return checker.getTypeAtLocation(node).symbol?.name === "Map";
  }
}

function isCalled(node: ts.PropertyAccessExpression): boolean {
  return ts.isCallExpression(node.parent) && node.parent.expression === node;
}

/** `[["a", 1], ["b", 2]]` */
function isListOfEntries(node: ts.Expression): boolean {
  const list = skipWrappers(node);
  if (!ts.isArrayLiteralExpression(list)) return false;
  return list.elements.every((element) => {
    const entry = skipWrappers(element);
    const value = ts.isArrayLiteralExpression(entry) && entry.elements[1];
    return value ? isCertain(value) : false;
  });
}

/** Is an expression a literal, something new, or computed by an operator that undefined does not pass? */
function isCertain(expression: ts.Expression): boolean {
  const node = skipWrappers(expression);
  if (ts.isConditionalExpression(node))
    return isCertain(node.whenTrue) && isCertain(node.whenFalse);
  if (ts.isBinaryExpression(node)) {
    if (passing.has(node.operatorToken.kind)) return isCertain(node.right);
    return computing.has(node.operatorToken.kind);
  }
  return (
    ts.isNumericLiteral(node) ||
    ts.isStringLiteralLike(node) ||
    ts.isTemplateExpression(node) ||
    ts.isArrayLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    ts.isNewExpression(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword
  );
}

/** `a ?? b`, `a || b`: there if `b` is. */
const passing: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.BarBarToken,
]);

const computing: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.AmpersandToken,
  ts.SyntaxKind.BarToken,
  ts.SyntaxKind.CaretToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);
