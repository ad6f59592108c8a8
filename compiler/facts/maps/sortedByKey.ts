import { ts } from "ts-morph";
import { outerParent, skipWrappers } from "../syntax.ts";
import { libraryKey } from "../typeFacts.ts";
import type { MapContext } from "./plainMaps.ts";

/**
 * `[...map].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))`: no two keys are equal, so that an
 * order which ends in that of the keys leaves nothing of the order before.
 */
export function isSortedByKey(
  context: MapContext,
  spread: ts.SpreadElement,
  of: "pairs" | "keys",
): boolean {
  const list = spread.parent;
  if (!ts.isArrayLiteralExpression(list) || list.elements.length !== 1) return false;
  const access = outerParent(list);
  if (!ts.isPropertyAccessExpression(access) || !ts.isCallExpression(access.parent)) return false;
  const symbol = context.checker.getSymbolAtLocation(access.name);
  if (!symbol || !/^Array\.(sort|toSorted)$/.test(libraryKey(symbol) ?? "")) return false;
  const [comparator] = access.parent.arguments;
  if (!comparator) return of === "keys" && isText(context, spread.expression);
  const compare = skipWrappers(comparator);
  if (!ts.isArrowFunction(compare) || ts.isBlock(compare.body)) return false;
  const [first, second] = compare.parameters;
  if (!first || !second) return false;
  const keys = [keyOf(context, first.name, of), keyOf(context, second.name, of)];
  return endsInKeys(lastCriterion(compare.body), (node, index) => keys[index]?.(node) ?? false);
}

/** Without a comparator the texts are compared, and those of different keys differ. */
function isText({ checker, types }: MapContext, node: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(node);
  const [element] = checker.getTypeArguments(type as ts.TypeReference) ?? [];
  return element !== undefined && types.isOnly(element, "string");
}

function lastCriterion(node: ts.Expression): ts.Expression {
  const bare = skipWrappers(node);
  const isChain =
    ts.isBinaryExpression(bare) && bare.operatorToken.kind === ts.SyntaxKind.BarBarToken;
  return isChain ? lastCriterion(bare.right) : bare;
}

type IsKey = (node: ts.Expression, index: 0 | 1) => boolean;

/** Does an expression compare the one key with the other? */
function endsInKeys(node: ts.Expression, isKey: IsKey): boolean {
  const areKeys = (a: ts.Expression, b: ts.Expression): boolean =>
    (isKey(a, 0) && isKey(b, 1)) || (isKey(a, 1) && isKey(b, 0));
  if (ts.isConditionalExpression(node)) {
    const test = skipWrappers(node.condition);
    if (!ts.isBinaryExpression(test) || !areKeys(test.left, test.right)) return false;
    const { kind } = test.operatorToken;
    const isOrder = kind === ts.SyntaxKind.LessThanToken || kind === ts.SyntaxKind.GreaterThanToken;
    const rest = skipWrappers(node.whenFalse);
    // `a < b ? -1 : 1`, or with a second comparison for equal ones, which there are none of.
    return isOrder && isSign(node.whenTrue) && (isSign(rest) || endsInKeys(rest, isKey));
  }
  if (ts.isBinaryExpression(node)) {
    return node.operatorToken.kind === ts.SyntaxKind.MinusToken && areKeys(node.left, node.right);
  }
  return false;
}

function isSign(node: ts.Expression): boolean {
  return /^-?1$/.test(skipWrappers(node).getText());
}

/** Tells the key of a comparator's parameter: the variable itself, `[key, value]`, or `pair[0]`. */
function keyOf(
  { checker }: MapContext,
  name: ts.BindingName,
  of: "pairs" | "keys",
): ((node: ts.Expression) => boolean) | undefined {
  const isVariable = (variable: ts.Node) => (node: ts.Expression) => {
    const bare = skipWrappers(node);
    const symbol = checker.getSymbolAtLocation(variable);
    return ts.isIdentifier(bare) && checker.getSymbolAtLocation(bare) === symbol;
  };
  if (of === "keys") return ts.isIdentifier(name) ? isVariable(name) : undefined;
  if (ts.isIdentifier(name)) {
    return (node) => {
      const bare = skipWrappers(node);
      const isFirst =
        ts.isElementAccessExpression(bare) && bare.argumentExpression.getText() === "0";
      return isFirst && isVariable(name)(bare.expression);
    };
  }
  const [first] = ts.isArrayBindingPattern(name) ? name.elements : [];
  const isPlain = first && ts.isBindingElement(first) && ts.isIdentifier(first.name);
  return isPlain ? isVariable(first.name) : undefined;
}
