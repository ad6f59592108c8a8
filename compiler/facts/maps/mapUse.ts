import { ts } from "ts-morph";
import { isInt } from "../numberFacts.ts";
import { isUsedAsStatement, outerParent, skipWrappers } from "../syntax.ts";
import { libraryKey } from "../typeFacts.ts";
import { isOrderFree } from "./orderFree.ts";
import { type Collection, collectionOf, type MapContext } from "./plainMaps.ts";
import { isSortedByKey } from "./sortedByKey.ts";

/** Is an expression that gives a Map or Set made and used in a way that a dict or set can be, too? */
export function isPlainUse(
  context: MapContext,
  node: ts.Expression,
  collection: Collection,
): boolean {
  return isPlainSource(context, node) && isPlainPlace(context, node, collection);
}

/** Where the map comes from: not from a built-in function, and not out of the unknown. */
function isPlainSource(context: MapContext, node: ts.Expression): boolean {
  if (ts.isNewExpression(node)) return isPlainConstruction(context, node);
  if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) {
    return collectionOf(context, node.expression) !== undefined;
  }
  if (!ts.isCallExpression(node)) return true;
  const key = libraryKeyOf(context, node.expression);
  if (key === undefined) return true;
  return key === "Map.get" || (/^(Map\.set|Set\.add)$/.test(key) && isUsedAsStatement(node));
}

function libraryKeyOf({ checker }: MapContext, callee: ts.Expression): string | undefined {
  const bare = skipWrappers(callee);
  const name = ts.isPropertyAccessExpression(bare) ? bare.name : bare;
  const symbol = checker.getSymbolAtLocation(name);
  return symbol && libraryKey(symbol);
}

/** `new Map()`, `new Map([["a", 1]])`, `new Set(["a"])` */
function isPlainConstruction(context: MapContext, node: ts.NewExpression): boolean {
  const [entries] = node.arguments ?? [];
  if (!entries) return true;
  const list = skipWrappers(entries);
  if (!ts.isArrayLiteralExpression(list)) return false;
  const isSet = collectionOf(context, node) === "Set";
  return list.elements.every((element) => {
    if (isSet) return isPlainKey(context, element);
    const pair = skipWrappers(element);
    if (!ts.isArrayLiteralExpression(pair) || pair.elements.length !== 2) return false;
    return !pair.elements.some(ts.isSpreadElement) && isPlainKey(context, pair.elements[0]!);
  });
}

/** A text, or a number that is an int object: `1.0` and NaN would be found, but not shown, as Python does. */
function isPlainKey({ checker, types, numbers, keys }: MapContext, node: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(node);
  if (types.mayBeNone(type) && !(type.flags & ts.TypeFlags.TypeParameter)) return false;
  if (!keys.isTextOrNumber(type)) return false;
  return types.isOnly(type, "string") || isInt(numbers.of(node));
}

/** Where the map goes to. */
function isPlainPlace(context: MapContext, node: ts.Expression, collection: Collection): boolean {
  if (isWrapper(node.parent)) return collectionOf(context, node.parent) === collection;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return isPlainMember(context, parent);
  if (ts.isForOfStatement(parent)) return isOrderFree(context, parent);
  if (ts.isSpreadElement(parent)) return isSortedByKey(context, parent, isPairs(collection));
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    return isPlainArgument(context, parent, node, collection);
  }
  return isKept(context, node, parent, collection);
}

function isPairs(collection: Collection): "pairs" | "keys" {
  return collection === "Map" ? "pairs" : "keys";
}

function isWrapper(node: ts.Node): boolean {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isSatisfiesExpression(node)
  );
}

function isKept(
  context: MapContext,
  node: ts.Expression,
  parent: ts.Node,
  collection: Collection,
): boolean {
  switch (parent.kind) {
    case ts.SyntaxKind.ExpressionStatement:
    case ts.SyntaxKind.IfStatement:
    case ts.SyntaxKind.PrefixUnaryExpression:
      return true;
    case ts.SyntaxKind.BinaryExpression:
      return isKeptByBinary(context, parent as ts.BinaryExpression, collection);
    case ts.SyntaxKind.VariableDeclaration:
    case ts.SyntaxKind.PropertyDeclaration:
    case ts.SyntaxKind.Parameter:
      return isNamedAs(context, (parent as ts.VariableDeclaration).name, collection);
    case ts.SyntaxKind.ReturnStatement:
    case ts.SyntaxKind.ArrowFunction:
    case ts.SyntaxKind.PropertyAssignment:
    case ts.SyntaxKind.ShorthandPropertyAssignment:
    case ts.SyntaxKind.ConditionalExpression:
    case ts.SyntaxKind.ArrayLiteralExpression:
      return isWantedAs(context, node, collection);
    default:
      return false;
  }
}

/** Does the place ask for such a map, or for nothing in particular? */
function isWantedAs(context: MapContext, node: ts.Expression, collection: Collection): boolean {
  const { checker, types } = context;
  const wanted = checker.getContextualType(node);
  if (!wanted) return true;
  const members = types.members(checker.getNonNullableType(wanted));
  return members.every((member) => types.libraryClass(member) === collection);
}

function isKeptByBinary(
  context: MapContext,
  { left, right, operatorToken }: ts.BinaryExpression,
  collection: Collection,
): boolean {
  switch (operatorToken.kind) {
    case ts.SyntaxKind.EqualsToken:
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
      return collectionOf(context, left) === collection;
    case ts.SyntaxKind.QuestionQuestionToken:
      return collectionOf(context, right) === collection;
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return true;
    default:
      return false;
  }
}

/** A parameter of a function of the program that is declared to be such a map. */
function isPlainArgument(
  context: MapContext,
  call: ts.CallExpression | ts.NewExpression,
  node: ts.Expression,
  collection: Collection,
): boolean {
  const index = call.arguments?.indexOf(node) ?? -1;
  if (index === 1 && libraryKeyOf(context, call.expression) === "Map.set") {
    return isWantedAs(context, node, collection);
  }
  const declaration = context.checker.getResolvedSignature(call)?.getDeclaration();
  if (index < 0 || !declaration || declaration.getSourceFile().isDeclarationFile) return false;
  const parameter = declaration.parameters[index];
  if (!parameter || parameter.dotDotDotToken) return false;
  return isNamedAs(context, parameter.name, collection);
}

/** A pattern would take the map apart, in its order. */
function isNamedAs(context: MapContext, name: ts.Node, collection: Collection): boolean {
  return !ts.isArrayBindingPattern(name) && collectionOf(context, name) === collection;
}

/** `map.get`, called on the spot; `set` and `delete` for their effect. */
function isPlainMember(context: MapContext, access: ts.PropertyAccessExpression): boolean {
  const key = libraryKeyOf(context, access);
  if (key === "Map.size" || key === "Set.size") return true;
  const call = access.parent;
  if (!ts.isCallExpression(call) || call.expression !== access || !key) return false;
  if (ts.isOptionalChain(call) && key !== "Map.get") return false;
  const [first] = call.arguments;
  switch (key) {
    case "Map.get":
    case "Map.has":
    case "Set.has":
      return first !== undefined && isSought(context, first);
    case "Map.set":
    case "Set.add":
      return isUsedAsStatement(call) && first !== undefined && isPlainKey(context, first);
    case "Map.delete":
    case "Set.delete":
      return isUsedAsStatement(call) && first !== undefined && isSought(context, first);
    case "Map.clear":
    case "Set.clear":
      return true;
    case "Map.keys":
    case "Map.values":
    case "Map.entries":
    case "Set.values":
    case "Set.keys":
      return isPlainIteration(context, call, key);
    default:
      return false;
  }
}

/** What is looked for may be any number: Python finds 1.0 under 1, too. */
function isSought({ checker, keys }: MapContext, node: ts.Expression): boolean {
  return keys.isTextOrNumber(checker.getTypeAtLocation(node));
}

function isPlainIteration(context: MapContext, call: ts.CallExpression, key: string): boolean {
  const parent = outerParent(call);
  if (ts.isForOfStatement(parent)) return isOrderFree(context, parent);
  if (!ts.isSpreadElement(parent) || key === "Map.values") return false;
  return isSortedByKey(context, parent, key === "Map.entries" ? "pairs" : "keys");
}
