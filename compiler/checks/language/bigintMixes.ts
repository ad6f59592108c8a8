import { ts } from "ts-morph";
import { bigintAmongNumbers } from "../../diagnostics/catalogue/language.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import type { Facts } from "../../facts/facts.ts";
import { libraryKey, type TypeFacts } from "../../facts/typeFacts.ts";

/**
 * `new Set<number | bigint>()`, `const value: any = 1n`: JavaScript tells 1n from 1, and on a board
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

  /** Does the type of a Map or a Set admit both as keys? */
  function isMixed(node: ts.Node): boolean {
    if (!ts.isNewExpression(node) && !ts.isVariableDeclaration(node)) return false;
    const type = checker.getTypeAtLocation(node);
    if (!["Map", "Set"].includes(types.libraryClass(type) ?? "")) return false;
    const [key] = checker.getTypeArguments(type as ts.TypeReference);
    return key !== undefined && admitsBoth(types, key);
  }

  /** A bigint where the type says nothing: the value of a variable, a key. */
  function losesItsKind(node: ts.Node): boolean {
    if (!ts.isExpression(node) || !isKept(node)) return false;
    if (!types.isOnly(checker.getTypeAtLocation(node), "bigint")) return false;
    const wanted = checker.getContextualType(node);
    return wanted !== undefined && (wanted.flags & ts.TypeFlags.Any) !== 0;
  }

  /** `const value: any = 1n`, `known.set(1n, ...)` */
  function isKept({ parent }: ts.Node): boolean {
    if (ts.isVariableDeclaration(parent)) return true;
    if (!ts.isCallExpression(parent) || !ts.isPropertyAccessExpression(parent.expression))
      return false;
    const symbol = checker.getSymbolAtLocation(parent.expression.name);
    return /^(Array|Map|Set)\./.test((symbol && libraryKey(symbol)) ?? "");
  }
}

function admitsBoth(types: TypeFacts, type: ts.Type): boolean {
  const kinds = types.kinds(type);
  return kinds.has("number") && kinds.has("bigint");
}
