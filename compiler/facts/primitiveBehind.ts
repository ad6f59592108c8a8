import { ts } from "ts-morph";
import { isConstLike } from "./syntax.ts";

const primitive =
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.StringLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.BigIntLike |
  ts.TypeFlags.Null |
  ts.TypeFlags.Undefined;

/**
 * The type of a value that the program calls `any` or `unknown`, though it is written there what it
 * is: in `null as any`, and of a constant `const x: any = "5"`. Undefined where it is an object, whose
 * other uses have a say in what it becomes.
 */
export function primitiveBehind(checker: ts.TypeChecker, node: ts.Node): ts.Type | undefined {
  const source = valueBehind(checker, node);
  if (!source) return undefined;
  const type = checker.getTypeAtLocation(source);
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown))
    return primitiveBehind(checker, source);
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => part.flags & primitive) ? type : undefined;
}

function valueBehind(checker: ts.TypeChecker, node: ts.Node): ts.Expression | undefined {
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isTypeAssertionExpression(node)
  ) {
    return node.expression;
  }
  if (!ts.isIdentifier(node)) return undefined;
  const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration)) return undefined;
  const isConstant = isConstLike(ts.getCombinedNodeFlags(declaration));
  return isConstant && ts.isIdentifier(declaration.name) ? declaration.initializer : undefined;
}
