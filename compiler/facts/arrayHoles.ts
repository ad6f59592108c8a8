import { ts } from "ts-morph";
import { isWritten } from "./bindings.ts";
import type { Facts } from "./facts.ts";
import { outerParent } from "./syntax.ts";
import { libraryKey } from "./typeFacts.ts";

const known = new WeakMap<ts.Program, boolean>();

/**
 * May some array of the program have elements that its type does not tell of? `new Array(n)`, a longer
 * `length` and a write behind the end leave them undefined.
 */
export function mayHaveHoles(facts: Facts): boolean {
  const answer =
    known.get(facts.program) ?? facts.sourceFiles.some((file) => makesHoles(facts, file));
  known.set(facts.program, answer);
  return answer;
}

function makesHoles(facts: Facts, node: ts.Node): boolean {
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
    if (isBlankArray(facts, node) && !isFilled(node)) return true;
  } else if (ts.isElementAccessExpression(node) && isWritten(node)) {
    const isList = facts.types.mayBe(facts.checker.getTypeAtLocation(node.expression), "array");
    if (isList && facts.numbers.indexProof(node) !== "inBounds") return true;
  } else if (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === "length" &&
    isWritten(node)
  ) {
    if (!isCleared(node)) return true;
  }
  return ts.forEachChild(node, (child) => makesHoles(facts, child)) ?? false;
}

/** `new Array(n)`, `Array(n)` */
function isBlankArray(facts: Facts, node: ts.NewExpression | ts.CallExpression): boolean {
  const { expression } = node;
  if (!ts.isIdentifier(expression) || expression.text !== "Array") return false;
  const symbol = facts.checker.getSymbolAtLocation(expression);
  return symbol !== undefined && libraryKey(symbol) === "Array" && node.arguments?.length === 1;
}

/** `new Array(n).fill(v)`, `[...Array(n).keys()]` */
function isFilled(node: ts.Expression): boolean {
  const parent = outerParent(node);
  return (
    ts.isPropertyAccessExpression(parent) &&
    (parent.name.text === "fill" || parent.name.text === "keys")
  );
}

/** `xs.length = 0` */
function isCleared(node: ts.PropertyAccessExpression): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isNumericLiteral(parent.right) &&
    parent.right.text === "0"
  );
}
