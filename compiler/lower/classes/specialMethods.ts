import { ts } from "ts-morph";
import type { Lowering } from "../lowering.ts";

/** Methods named by a well-known symbol, and the Python method that takes their place. */
const pythonMethods: ReadonlyMap<string, string> = new Map([
  ["iterator", "__iter__"],
  ["asyncIterator", "__aiter__"],
]);

/** `[Symbol.iterator]() {}` is `__iter__`. */
export function specialMethodName(_ctx: Lowering, node: ts.MethodDeclaration): string | undefined {
  const name = wellKnownSymbol(node.name);
  return name === undefined ? undefined : pythonMethods.get(name);
}

/** The name after `Symbol.` in a computed member name. */
export function wellKnownSymbol(name: ts.PropertyName): string | undefined {
  if (!ts.isComputedPropertyName(name)) return undefined;
  const { expression } = name;
  if (!ts.isPropertyAccessExpression(expression)) return undefined;
  return ts.isIdentifier(expression.expression) && expression.expression.text === "Symbol"
    ? expression.name.text
    : undefined;
}
