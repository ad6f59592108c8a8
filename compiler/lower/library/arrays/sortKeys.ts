import { ts } from "ts-morph";
import { skipWrappers } from "../../../facts/syntax.ts";
import { libraryKey } from "../../../facts/typeFacts.ts";
import type { Lowering } from "../../lowering.ts";

/** One key that a comparison orders by: an expression of its first parameter. */
export interface SortKey {
  readonly key: ts.Expression;
  readonly descending: boolean;
  readonly kind: "number" | "text";
}

export type Comparator = ts.ArrowFunction | ts.FunctionExpression;

/**
 * The keys that a comparison orders by, from the most to the least important; undefined where it is
 * anything else than
 *
 *     a.x - b.x        b.x - a.x        a < b ? -1 : 1        a > b ? 1 : a < b ? -1 : 0
 *
 * or several of these, joined by `||`.
 */
export function sortKeysOf(ctx: Lowering, node: Comparator): readonly SortKey[] | undefined {
  const [a, b, ...more] = node.parameters;
  const body = returnedExpression(node);
  if (!a || !b || more.length > 0 || !body || node.modifiers?.length) return undefined;
  const places = new Map<ts.Symbol, Place>();
  if (!collectPlaces(ctx, a.name, "first", "", places)) return undefined;
  if (!collectPlaces(ctx, b.name, "second", "", places)) return undefined;
  return keysOf(ctx, body, places);
}

/** Which parameter a variable is part of, and where in it: ".x", "[1]". */
interface Place {
  readonly side: "first" | "second";
  readonly path: string;
}

function returnedExpression(node: Comparator): ts.Expression | undefined {
  if (!ts.isBlock(node.body)) return node.body;
  const [only, ...more] = node.body.statements;
  return only && ts.isReturnStatement(only) && more.length === 0 ? only.expression : undefined;
}

function collectPlaces(
  ctx: Lowering,
  name: ts.BindingName,
  side: Place["side"],
  path: string,
  places: Map<ts.Symbol, Place>,
): boolean {
  if (ts.isIdentifier(name)) {
    const symbol = ctx.checker.getSymbolAtLocation(name);
    if (symbol) places.set(symbol, { side, path });
    return symbol !== undefined;
  }
  return name.elements.every((element, index) => {
    if (ts.isOmittedExpression(element)) return true;
    if (element.dotDotDotToken || element.initializer) return false;
    const key = element.propertyName ?? element.name;
    if (ts.isObjectBindingPattern(name) && !ts.isIdentifier(key)) return false;
    const step = ts.isObjectBindingPattern(name) ? `.${key.getText()}` : `[${index}]`;
    return collectPlaces(ctx, element.name, side, path + step, places);
  });
}

type Places = ReadonlyMap<ts.Symbol, Place>;

function keysOf(ctx: Lowering, node: ts.Expression, places: Places): SortKey[] | undefined {
  const bare = skipWrappers(node);
  if (ts.isConditionalExpression(bare)) return keyOfConditional(ctx, bare, places);
  if (!ts.isBinaryExpression(bare)) return undefined;
  if (bare.operatorToken.kind === ts.SyntaxKind.BarBarToken) {
    const left = keysOf(ctx, bare.left, places);
    const right = left && keysOf(ctx, bare.right, places);
    return right && [...left, ...right];
  }
  if (bare.operatorToken.kind !== ts.SyntaxKind.MinusToken) return undefined;
  const pair = mirrored(ctx, bare.left, bare.right, places);
  return pair?.kind === "number" ? [{ ...pair, descending: pair.isSwapped }] : undefined;
}

/** `a < b ? -1 : 1` and `a > b ? 1 : a < b ? -1 : 0`: what comes first is the sign where a is less. */
function keyOfConditional(
  ctx: Lowering,
  node: ts.ConditionalExpression,
  places: Places,
): SortKey[] | undefined {
  const test = comparison(ctx, node.condition, places);
  const sign = signOf(node.whenTrue);
  if (!test || !sign) return undefined;
  const rest = skipWrappers(node.whenFalse);
  if (ts.isConditionalExpression(rest)) {
    const other = comparison(ctx, rest.condition, places);
    const isOpposite = other && other.text === test.text && other.isLess !== test.isLess;
    if (!isOpposite || signOf(rest.whenTrue) !== -sign || signOf(rest.whenFalse) !== 0) {
      return undefined;
    }
  } else if (signOf(rest) !== -sign && signOf(rest) !== 0) return undefined;
  // With 0 for all that is not less, equal and greater are one: no order.
  if (!ts.isConditionalExpression(rest) && signOf(rest) === 0) return undefined;
  const { key, kind } = test;
  return [{ key, kind, descending: test.isLess ? sign > 0 : sign < 0 }];
}

function signOf(node: ts.Expression): number | undefined {
  const bare = skipWrappers(node);
  if (ts.isNumericLiteral(bare)) return Math.sign(Number(bare.text));
  const isMinus = ts.isPrefixUnaryExpression(bare) && bare.operator === ts.SyntaxKind.MinusToken;
  return isMinus && ts.isNumericLiteral(bare.operand)
    ? -Math.sign(Number(bare.operand.text))
    : undefined;
}

/** `key(a) < key(b)`, either way round. */
function comparison(
  ctx: Lowering,
  node: ts.Expression,
  places: Places,
): (Mirrored & { readonly isLess: boolean }) | undefined {
  const bare = skipWrappers(node);
  if (!ts.isBinaryExpression(bare)) return undefined;
  const { kind } = bare.operatorToken;
  const isLess = kind === ts.SyntaxKind.LessThanToken;
  if (!isLess && kind !== ts.SyntaxKind.GreaterThanToken) return undefined;
  const pair = mirrored(ctx, bare.left, bare.right, places);
  return pair && { ...pair, isLess: isLess !== pair.isSwapped };
}

/** Two expressions that are the same but for the parameter they are of. */
interface Mirrored {
  /** That of the first parameter. */
  readonly key: ts.Expression;
  readonly text: string;
  readonly kind: "number" | "text";
  /** Is the one of the second parameter on the left? */
  readonly isSwapped: boolean;
}

function mirrored(
  ctx: Lowering,
  left: ts.Expression,
  right: ts.Expression,
  places: Places,
): Mirrored | undefined {
  const a = describe(ctx, left, places);
  const b = describe(ctx, right, places);
  if (!a || !b || a.text !== b.text || a.sides.size !== 1 || b.sides.size !== 1) return undefined;
  const isSwapped = a.sides.has("second");
  if (b.sides.has("second") === isSwapped) return undefined;
  const key = isSwapped ? right : left;
  const { types } = ctx.facts;
  const kind = types.isOnly(ctx.typeOf(key), "number")
    ? "number"
    : types.isOnly(ctx.typeOf(key), "string")
      ? "text"
      : undefined;
  return kind && { key, text: a.text, kind, isSwapped };
}

interface Description {
  readonly text: string;
  readonly sides: ReadonlySet<Place["side"]>;
}

/** An expression without effects, as a text in which both parameters are called `$`. */
function describe(ctx: Lowering, node: ts.Expression, places: Places): Description | undefined {
  const bare = skipWrappers(node);
  const inner = (child: ts.Expression) => describe(ctx, child, places);
  if (ts.isIdentifier(bare)) return describeName(ctx, bare, places);
  if (ts.isNumericLiteral(bare) || ts.isStringLiteral(bare)) {
    return { text: bare.getText(), sides: new Set() };
  }
  if (ts.isPropertyAccessExpression(bare) && !bare.questionDotToken && isPlainRead(ctx, bare)) {
    return extend(inner(bare.expression), `.${bare.name.text}`);
  }
  if (ts.isElementAccessExpression(bare) && ts.isNumericLiteral(bare.argumentExpression)) {
    return bare.questionDotToken
      ? undefined
      : extend(inner(bare.expression), `[${bare.argumentExpression.text}]`);
  }
  if (ts.isBinaryExpression(bare) && isArithmetic(bare.operatorToken.kind)) {
    return both(inner(bare.left), bare.operatorToken.getText(), inner(bare.right));
  }
  return undefined;
}

function describeName(ctx: Lowering, node: ts.Identifier, places: Places): Description | undefined {
  const symbol = ctx.checker.getSymbolAtLocation(node);
  const place = symbol && places.get(symbol);
  if (place) return { text: `$${place.path}`, sides: new Set([place.side]) };
  return symbol && ctx.facts.bindings.of(symbol)
    ? { text: node.text, sides: new Set() }
    : undefined;
}

/** A property that runs no code: a field, or the length of a text or array. */
function isPlainRead(ctx: Lowering, node: ts.PropertyAccessExpression): boolean {
  const symbol = ctx.checker.getSymbolAtLocation(node.name);
  if (!symbol || symbol.flags & ts.SymbolFlags.Accessor) return false;
  const key = libraryKey(symbol);
  return key === undefined || key === "Array.length" || key === "String.length";
}

function isArithmetic(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.PlusToken ||
    kind === ts.SyntaxKind.MinusToken ||
    kind === ts.SyntaxKind.AsteriskToken
  );
}

function extend(of: Description | undefined, text: string): Description | undefined {
  return of && { text: of.text + text, sides: of.sides };
}

function both(
  left: Description | undefined,
  operator: string,
  right: Description | undefined,
): Description | undefined {
  if (!left || !right) return undefined;
  const sides = new Set([...left.sides, ...right.sides]);
  return { text: `(${left.text} ${operator} ${right.text})`, sides };
}
