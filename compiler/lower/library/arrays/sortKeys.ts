import { ts } from "ts-morph";
import { skipWrappers } from "../../../facts/syntax.ts";
import { libraryKey } from "../../../facts/typeFacts.ts";
import type { Lowering } from "../../lowering.ts";

/** One key that a comparison orders by: an expression of its first parameter. */
export interface SortKey {
  readonly key: ts.Expression;
  /** The same, with `$` for the parameter. */
  readonly text: string;
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
 * or several of these: joined by `||`, in place of the 0 at the end, or as
 *
 *     a.x !== b.x ? a.x - b.x : a.y - b.y
 *
 * Statements that return one after the other, `if (a < b) return -1;`, are read as conditionals.
 */
export function sortKeysOf(ctx: Lowering, node: Comparator): readonly SortKey[] | undefined {
  const [a, b, ...more] = node.parameters;
  if (!a || !b || more.length > 0 || node.modifiers?.length) return undefined;
  const places = new Map<ts.Symbol, Place>();
  if (!collectPlaces(ctx, a.name, "first", "", places)) return undefined;
  if (!collectPlaces(ctx, b.name, "second", "", places)) return undefined;
  const choice = ts.isBlock(node.body) ? returnedChoice(node.body.statements) : node.body;
  return choice && keysOf(ctx, choice, places);
}

/** `condition ? whenTrue : whenFalse`, whichever way it is written. */
interface Conditional {
  readonly condition: ts.Expression;
  readonly whenTrue: Choice;
  readonly whenFalse: Choice;
}

type Choice = ts.Expression | Conditional;

function conditionalOf(choice: Choice): Conditional | undefined {
  if (!("kind" in choice)) return choice;
  const bare = skipWrappers(choice);
  return ts.isConditionalExpression(bare) ? bare : undefined;
}

/** Which parameter a variable is part of, and where in it: ".x", "[1]". */
interface Place {
  readonly side: "first" | "second";
  readonly path: string;
}

/** `if (a) return x; else return y;` or `if (a) return x; return y;` */
function returnedChoice(statements: readonly ts.Statement[]): Choice | undefined {
  const [first, ...rest] = statements;
  if (!first) return undefined;
  if (ts.isBlock(first)) return rest.length === 0 ? returnedChoice(first.statements) : undefined;
  if (ts.isReturnStatement(first)) return rest.length === 0 ? first.expression : undefined;
  if (!ts.isIfStatement(first)) return undefined;
  const other = first.elseStatement;
  if (other && rest.length > 0) return undefined;
  const whenTrue = returnedChoice([first.thenStatement]);
  const whenFalse = returnedChoice(other ? [other] : rest);
  return whenTrue && whenFalse && { condition: first.expression, whenTrue, whenFalse };
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

function keysOf(ctx: Lowering, choice: Choice, places: Places): SortKey[] | undefined {
  const conditional = conditionalOf(choice);
  if (conditional) {
    return keysOfDifference(ctx, conditional, places) ?? keysOfSigns(ctx, conditional, places);
  }
  const bare = "kind" in choice ? skipWrappers(choice) : undefined;
  if (!bare || !ts.isBinaryExpression(bare)) return undefined;
  if (bare.operatorToken.kind === ts.SyntaxKind.BarBarToken) {
    const left = keysOf(ctx, bare.left, places);
    const right = left && keysOf(ctx, bare.right, places);
    return right && [...left, ...right];
  }
  if (bare.operatorToken.kind !== ts.SyntaxKind.MinusToken) return undefined;
  const pair = mirrored(ctx, bare.left, bare.right, places);
  return pair?.kind === "number" ? [{ ...pair, descending: pair.isSwapped }] : undefined;
}

/** `a.x !== b.x ? a.x - b.x : rest`, and the other way round with `===`. */
function keysOfDifference(ctx: Lowering, node: Conditional, places: Places): SortKey[] | undefined {
  const test = skipWrappers(node.condition);
  if (!ts.isBinaryExpression(test)) return undefined;
  const { kind } = test.operatorToken;
  const differs = kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
  if (!differs && kind !== ts.SyntaxKind.EqualsEqualsEqualsToken) return undefined;
  const pair = mirrored(ctx, test.left, test.right, places);
  const [first, ...more] =
    (pair && keysOf(ctx, differs ? node.whenTrue : node.whenFalse, places)) ?? [];
  if (!pair || !first || more.length > 0 || first.text !== pair.text) return undefined;
  const rest = keysOf(ctx, differs ? node.whenFalse : node.whenTrue, places);
  return rest && [first, ...rest];
}

/** `a < b ? -1 : 1` and `a > b ? 1 : a < b ? -1 : rest`: what comes first is the sign where a is less. */
function keysOfSigns(ctx: Lowering, node: Conditional, places: Places): SortKey[] | undefined {
  const test = comparison(ctx, node.condition, places);
  const sign = signOf(node.whenTrue);
  if (!test || !sign) return undefined;
  const { key, kind, text } = test;
  const own = { key, kind, text, descending: test.isLess ? sign > 0 : sign < 0 };
  const second = conditionalOf(node.whenFalse);
  // With 0 for all that is not less, equal and greater are one: no order.
  if (!second) return signOf(node.whenFalse) === -sign ? [own] : undefined;
  const other = comparison(ctx, second.condition, places);
  const isOpposite = other && other.text === text && other.isLess !== test.isLess;
  if (!isOpposite || signOf(second.whenTrue) !== -sign) return undefined;
  if (signOf(second.whenFalse) === 0) return [own];
  const rest = keysOf(ctx, second.whenFalse, places);
  return rest && [own, ...rest];
}

function signOf(node: Choice): number | undefined {
  if (!("kind" in node)) return undefined;
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
