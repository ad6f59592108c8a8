import { ts } from "ts-morph";
import { tickArithmetic } from "../../diagnostics/catalogue/types.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { boardNameOf } from "../../facts/contexts/boardNames.ts";
import type { Facts } from "../../facts/facts.ts";
import { skipWrappers } from "../../facts/syntax.ts";

const counters = /^time\.ticks_(ms|us|cpu|add)$/;

/** `ticks_ms() - start`, `ticks_ms() > end`: right until the counter wraps. */
export function checkTickArithmetic(
  { checker, sourceFiles }: Facts,
  report: (node: ts.Node, problem: Problem) => void,
): void {
  for (const file of sourceFiles) {
    if (file.text.includes("ticks_")) visit(file);
  }

  function visit(node: ts.Node): void {
    if (ts.isBinaryExpression(node)) check(node);
    ts.forEachChild(node, visit);
  }

  function check(node: ts.BinaryExpression): void {
    const instead = insteadOf(node.operatorToken.kind);
    if (!instead) return;
    const [left, right] = [isCounter(node.left), isCounter(node.right)];
    // A number that is added to itself or compared with a constant is no time any more.
    if (instead === "add" ? !left && !right : !(left && right)) return;
    report(node, tickArithmetic(node.getText(), callFor(node, instead)));
  }

  /** What a function of `time` counts, or a variable that such a call set up. */
  function isCounter(written: ts.Expression): boolean {
    const value = skipWrappers(written);
    if (ts.isCallExpression(value)) {
      return counters.test(boardNameOf(checker, value.expression) ?? "");
    }
    if (!ts.isIdentifier(value)) return false;
    const declaration = checker.getSymbolAtLocation(value)?.valueDeclaration;
    if (!declaration || !ts.isVariableDeclaration(declaration)) return false;
    const { initializer } = declaration;
    return initializer !== undefined && ts.isCallExpression(initializer) && isCounter(initializer);
  }
}

function insteadOf(kind: ts.SyntaxKind): "add" | "subtract" | "compare" | undefined {
  switch (kind) {
    case ts.SyntaxKind.PlusToken:
      return "add";
    case ts.SyntaxKind.MinusToken:
      return "subtract";
    case ts.SyntaxKind.LessThanToken:
    case ts.SyntaxKind.GreaterThanToken:
    case ts.SyntaxKind.LessThanEqualsToken:
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return "compare";
    default:
      return undefined;
  }
}

function callFor({ left, operatorToken, right }: ts.BinaryExpression, instead: string): string {
  const [a, b] = [left.getText(), right.getText()];
  if (instead === "add") return `ticks_add(${a}, ${b})`;
  const difference = `ticks_diff(${a}, ${b})`;
  return instead === "subtract" ? difference : `${difference} ${operatorToken.getText()} 0`;
}
