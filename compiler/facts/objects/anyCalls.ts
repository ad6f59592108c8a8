import { ts } from "ts-morph";
import { skipWrappers } from "../syntax.ts";

/** The names of methods that are called, or read, of values without type: what they return gets lost. */
export function namesUsedThroughAny(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const name = memberName(node);
    if (name !== undefined && isAny(checker, skipWrappers(node as ts.Expression))) found.add(name);
    ts.forEachChild(node, visit);
  };
  sourceFiles.forEach(visit);
  return found;
}

function memberName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (!ts.isElementAccessExpression(node)) return undefined;
  const key = node.argumentExpression;
  return ts.isStringLiteralLike(key) ? key.text : undefined;
}

function isAny(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const { flags } = checker.getTypeAtLocation(node);
  return (flags & ts.TypeFlags.Any) !== 0;
}
