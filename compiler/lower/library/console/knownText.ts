import { ts } from "ts-morph";
import { unsupportedMember } from "../../../diagnostics/catalogue/language.ts";
import { hasModifier, skipWrappers } from "../../../facts/syntax.ts";
import { lowerExpression } from "../../expressions/lowerExpression.ts";
import type { Lowering } from "../../lowering.ts";
import { forEffect } from "../../values/forEffect.ts";

/** Built-in objects that Node shows without what is in them. */
const closed: ReadonlyMap<string, string> = new Map([
  ["WeakMap", "WeakMap { <items unknown> }"],
  ["WeakSet", "WeakSet { <items unknown> }"],
  ["ArrayIterator", "Object [Array Iterator] {}"],
]);

/** Built-in objects that are something else in Python, which does not show what they are in JavaScript. */
const strange: ReadonlySet<string> = new Set([
  "ArrayBuffer",
  "DataView",
  "MapIterator",
  "SetIterator",
  "StringIterator",
  "RegExpStringIterator",
]);

/** What `console.log` shows of a value whose type says it all: `[Function: f]`. */
export function knownText(ctx: Lowering, node: ts.Expression, type: ts.Type): string | undefined {
  const name = ctx.facts.types.libraryClass(type) ?? "";
  if (strange.has(name)) ctx.report(node, unsupportedMember(`console.log of ${name}`));
  const isObject = (type.flags & ts.TypeFlags.Object) !== 0;
  if (isObject && type.symbol?.flags & ts.SymbolFlags.RegularEnum) {
    ctx.report(node, unsupportedMember("console.log of an enum as a whole"));
  }
  const text = closed.get(name);
  if (text === undefined) return functionText(ctx, skipWrappers(node));
  forEffect(ctx, lowerExpression(ctx, node));
  return text;
}

/** `[Function: f]` of a function that is written here, or declared under its name. */
function functionText(ctx: Lowering, node: ts.Expression): string | undefined {
  const found = isFunction(node) ? node : ts.isIdentifier(node) ? declaredAs(ctx, node) : undefined;
  if (!found || ctx.facts.functionObjects.has(found)) return undefined;
  const isAsync = hasModifier(found, ts.SyntaxKind.AsyncKeyword);
  const kind = `${isAsync ? "Async" : ""}${found.asteriskToken ? "Generator" : ""}Function`;
  const { name } = ts.isIdentifier(node) ? { name: node } : found;
  return name ? `[${kind}: ${name.text}]` : `[${kind} (anonymous)]`;
}

type Literal = ts.FunctionExpression | ts.ArrowFunction;

function isFunction(node: ts.Node): node is Literal {
  return ts.isFunctionExpression(node) || ts.isArrowFunction(node);
}

/** The function that a variable is declared with and keeps, unless it has a name of its own. */
function declaredAs(
  ctx: Lowering,
  node: ts.Identifier,
): Literal | ts.FunctionDeclaration | undefined {
  const declaration = ctx.facts.bindings.at(node)?.declaration;
  if (!declaration) return undefined;
  if (ts.isFunctionDeclaration(declaration)) {
    return declaration.name?.text === node.text ? declaration : undefined;
  }
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  const isKept = (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
  const value = skipWrappers(declaration.initializer);
  return isKept &&
    isFunction(value) &&
    !value.name &&
    ts.isIdentifier(declaration.name) &&
    declaration.name.text === node.text
    ? value
    : undefined;
}
