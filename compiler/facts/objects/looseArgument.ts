import { ts } from "ts-morph";
import { isDeclarationFileSymbol, libraryKey } from "../typeFacts.ts";
import { isOpaque } from "./objectNode.ts";

/** Is a node an argument for a built-in's parameter that takes anything? Then it is only looked at. */
export function isLooseArgument(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) return false;
  const index = parent.arguments?.indexOf(node) ?? -1;
  if (index < 0) return false;
  const declaration = checker.getResolvedSignature(parent)?.getDeclaration();
  if (!declaration?.getSourceFile().isDeclarationFile) return false;
  const parameter = declaration.parameters[index] ?? declaration.parameters.at(-1);
  if (!parameter) return true;
  const type = checker.getTypeAtLocation(parameter);
  const wanted = parameter.dotDotDotToken ? (type.getNumberIndexType() ?? type) : type;
  if (isOpaque(checker, wanted) || wanted.flags & ts.TypeFlags.TypeParameter) {
    return isOwnerOfAnything(parent, checker) || isOpaque(checker, wanted);
  }
  return isOwnerOfAnything(parent, checker);
}

/** `Object.keys(x)` and its kin say nothing of what x is. */
function isOwnerOfAnything(
  node: ts.CallExpression | ts.NewExpression,
  checker: ts.TypeChecker,
): boolean {
  const name = ts.isPropertyAccessExpression(node.expression)
    ? node.expression.name
    : node.expression;
  const symbol = checker.getSymbolAtLocation(name);
  if (!symbol || !isDeclarationFileSymbol(symbol)) return false;
  const key = libraryKey(symbol) ?? "";
  return key.startsWith("ObjectConstructor.") || key === "structuredClone";
}
