import { ts } from "ts-morph";
import { skipWrappers } from "../syntax.ts";

/** Where values lie: in properties, and in what collections hold. */

/** Methods of arrays, maps and sets that put something in, that give it back, and that call a function with it. */
export const addingElements: ReadonlySet<string> = new Set([
  "push",
  "unshift",
  "set",
  "add",
  "fill",
]);
export const readingElements: ReadonlySet<string> = new Set([
  ...["get", "pop", "shift", "at", "find", "values", "slice", "filter", "concat"],
]);
export const callingBack: ReadonlyMap<string, number> = new Map([
  ...["forEach", "map", "filter", "some", "every", "find", "findIndex", "flatMap"].map(
    (name) => [name, 0] as const,
  ),
  ["reduce", 1],
]);

/** What a literal holds: `[f, g]`, `{ start: f }`, `new Map([["start", f]])`, `new Set([f])`. */
export function elementsOf(made: ts.Node): readonly ts.Expression[] {
  if (ts.isArrayLiteralExpression(made)) return made.elements;
  if (ts.isObjectLiteralExpression(made)) {
    return made.properties.flatMap((p) => (ts.isPropertyAssignment(p) ? [p.initializer] : []));
  }
  if (!ts.isNewExpression(made)) return [];
  const entries = made.arguments?.[0] && skipWrappers(made.arguments[0]);
  if (!entries || !ts.isArrayLiteralExpression(entries)) return [];
  return entries.elements.flatMap((entry) =>
    ts.isArrayLiteralExpression(entry) ? [...entry.elements] : [entry],
  );
}

/**
 * Properties are declared once, and copied for the type of each variable, for `this`, and for each use of
 * a generic type: the symbol of the declaration stands for all of them.
 */
export function declaredSymbol(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  const declaration = symbol.valueDeclaration;
  const isProperty =
    declaration !== undefined &&
    (ts.isPropertyAssignment(declaration) ||
      ts.isPropertyDeclaration(declaration) ||
      ts.isPropertySignature(declaration));
  return (isProperty && checker.getSymbolAtLocation(declaration.name)) || symbol;
}
