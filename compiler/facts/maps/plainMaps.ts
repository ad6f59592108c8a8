import { ts } from "ts-morph";
import type { NumberFacts } from "../numberFacts.ts";
import { isLibrarySymbol, libraryKey, type TypeFacts } from "../typeFacts.ts";
import { KeyTypes } from "./keyTypes.ts";
import { isPlainUse } from "./mapUse.ts";

/** The collections that a Python dict or set can stand for. */
export type Collection = "Map" | "Set";

/**
 * Can the Maps (or Sets) of a program be Python's own? So if their keys are texts and whole numbers,
 * and nobody sees the order of their entries, which Python does not keep.
 */
export interface PlainMaps {
  isPlain(collection: Collection): boolean;
}

export interface MapContext {
  readonly checker: ts.TypeChecker;
  readonly types: TypeFacts;
  readonly numbers: NumberFacts;
  readonly keys: KeyTypes;
}

export function createPlainMaps(
  checker: ts.TypeChecker,
  types: TypeFacts,
  numbers: NumberFacts,
  sourceFiles: readonly ts.SourceFile[],
): PlainMaps {
  let found: ReadonlySet<Collection> | undefined;
  const keys = new KeyTypes(checker, types, sourceFiles);
  const context: MapContext = { checker, types, numbers, keys };
  return {
    isPlain(collection) {
      found ??= collect();
      return found.has(collection);
    },
  };

  function collect(): ReadonlySet<Collection> {
    const plain = new Set<Collection>(["Map", "Set"]);
    const visit = (node: ts.Node): void => {
      if (plain.size === 0) return;
      if (showsObjects(context, node)) plain.clear();
      const derived = ts.isExpressionWithTypeArguments(node) && derivedFrom(context, node);
      if (derived) plain.delete(derived);
      const collection = isValue(node) ? collectionOf(context, node) : undefined;
      if (
        collection &&
        plain.has(collection) &&
        !isPlainUse(context, node as ts.Expression, collection)
      ) {
        plain.delete(collection);
      }
      if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
    };
    for (const file of sourceFiles) visit(file);
    return plain;
  }
}

/** The collection that an expression gives, be it with null or undefined. */
export function collectionOf(
  { checker, types }: MapContext,
  node: ts.Node,
): Collection | undefined {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
  for (const member of types.members(type)) {
    const name = types.libraryClass(member);
    if (name === "Map" || name === "Set") return name;
  }
  return undefined;
}

/** `class Registry extends Map<string, number>` */
function derivedFrom(
  { checker }: MapContext,
  node: ts.ExpressionWithTypeArguments,
): Collection | undefined {
  const symbol = checker.getSymbolAtLocation(node.expression);
  if (!symbol || !isLibrarySymbol(symbol)) return undefined;
  return symbol.name === "Map" || symbol.name === "Set" ? symbol.name : undefined;
}

/** Is a node an expression, and none that only names a declaration or a property? */
function isValue(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
    const isName =
      "name" in parent &&
      (parent as { name?: ts.Node }).name === node &&
      !ts.isShorthandPropertyAssignment(parent);
    const isPattern = ts.isBindingElement(parent) && parent.initializer !== node;
    return !isName && !isPattern && ts.isExpression(node);
  }
  return ts.isExpression(node) && !ts.isFunctionLike(node) && !ts.isClassLike(node);
}

/** Functions that show, copy or list whatever is inside of an object. */
const shows = /^(Console\.|console|JSON\.|structuredClone$|ObjectConstructor\.)/;

/** Does a call show an object in which a map may be? */
function showsObjects(context: MapContext, node: ts.Node): boolean {
  if (!ts.isCallExpression(node)) return false;
  const { checker, types } = context;
  const symbol = checker.getSymbolAtLocation(
    ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression,
  );
  if (!symbol) return node.arguments.some((argument) => !isPrimitive(types, checker, argument));
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  const isOutside = declaration?.getSourceFile().isDeclarationFile ?? true;
  const isShown = isLibrarySymbol(symbol) ? shows.test(libraryKey(symbol) ?? "") : isOutside;
  if (!isShown) return false;
  return node.arguments.some((argument) => !isPrimitive(types, checker, argument));
}

function isPrimitive(types: TypeFacts, checker: ts.TypeChecker, node: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(ts.isSpreadElement(node) ? node.expression : node);
  const primitives = [
    "string",
    "number",
    "boolean",
    "bigint",
    "null",
    "undefined",
    "function",
  ] as const;
  if (types.isOnly(type, ...primitives)) return true;
  if (!types.isArray(type)) return false;
  const elements = checker.getTypeArguments(type as ts.TypeReference);
  return elements.every((element) => types.isOnly(element, ...primitives));
}
