import { ts } from "ts-morph";
import { bigintAmongNumbers } from "../../diagnostics/catalogue/language.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import type { Facts } from "../../facts/facts.ts";
import { libraryKey, type TypeFacts } from "../../facts/typeFacts.ts";

/**
 * `const x: number | bigint`, `const value: any = 1n`, `[1, 1n]`: JavaScript tells 1n from 1, and on a board
 * both are the integer 1. Where the type says which of them a value is, the compiler knows; here it does not.
 */
export function checkBigintMixes(
  { checker, types, sourceFiles }: Pick<Facts, "checker" | "types" | "sourceFiles">,
  report: (node: ts.Node, problem: Problem) => void,
): void {
  for (const file of sourceFiles) {
    if (/\d+n\b|\bBigInt|\bbigint\b/.test(file.text)) visit(file);
  }

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node)) return;
    if (isMixed(node) || losesItsKind(node)) report(node, bigintAmongNumbers());
    else ts.forEachChild(node, visit);
  }

  /** Does the type of a variable or a collection admit both? */
  function isMixed(node: ts.Node): boolean {
    const isPlace =
      ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isPropertyDeclaration(node);
    const isCollection = ts.isArrayLiteralExpression(node) || ts.isNewExpression(node);
    if (!isPlace && !isCollection) return false;
    const type = checker.getTypeAtLocation(node);
    return admitsBoth(types, type) || partsOf(type).some((part) => admitsBoth(types, part));
  }

  function partsOf(type: ts.Type): readonly ts.Type[] {
    const isReference =
      types.isOnly(type, "array") || ["Map", "Set"].includes(types.libraryClass(type) ?? "");
    return isReference ? checker.getTypeArguments(type as ts.TypeReference) : [];
  }

  /** A bigint in a place for values of any type, which the program itself looks at. */
  function losesItsKind(node: ts.Node): boolean {
    if (!ts.isExpression(node) || !types.isOnly(checker.getTypeAtLocation(node), "bigint")) {
      return false;
    }
    const wanted = checker.getContextualType(node);
    if (!wanted || wanted.flags & ts.TypeFlags.TypeParameter) return false;
    const kinds = types.kinds(wanted);
    const isOpen = kinds.has("unknown") || (kinds.has("number") && kinds.has("bigint"));
    return isOpen && !isShown(node);
  }

  /** An argument of a built-in that does not keep it: `console.log(1n)`. */
  function isShown(node: ts.Expression): boolean {
    const { parent } = node;
    if (ts.isTemplateSpan(parent) || ts.isBinaryExpression(parent)) return !isAssigned(parent);
    if (!ts.isCallExpression(parent)) return false;
    const callee = ts.isPropertyAccessExpression(parent.expression)
      ? parent.expression.name
      : parent.expression;
    const symbol = checker.getSymbolAtLocation(callee);
    const key = symbol && libraryKey(symbol);
    return key !== undefined && !/^(Array|Map|Set|WeakMap)\./.test(key);
  }
}

function isAssigned(node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(node) &&
    /=$/.test(node.operatorToken.getText().replace(/[=!]==?|[<>]=/, ""))
  );
}

function admitsBoth(types: TypeFacts, type: ts.Type): boolean {
  const kinds = types.kinds(type);
  return kinds.has("number") && kinds.has("bigint");
}
