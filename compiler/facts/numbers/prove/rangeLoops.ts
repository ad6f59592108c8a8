import { ts } from "ts-morph";
import { isIncrement } from "../../bindings.ts";
import { isInt, type RangeLoop } from "../../numberFacts.ts";
import { skipWrappers } from "../../syntax.ts";
import { enumValue } from "../library/enumValue.ts";
import type { EventIndex, Range } from "../solve/eventIndex.ts";
import type { Places } from "../solve/places.ts";
import { isExactInt } from "../values/lattice.ts";
import type { Forms } from "./forms.ts";
import { combine, leastOf } from "./linearForm.ts";

/** A loop's variable and how it moves. */
interface Progress {
  readonly variable: ts.Identifier;
  readonly symbol: ts.Symbol;
  /** A number, or an expression that is added (`sign` 1) or taken away (-1). */
  readonly by: number | ts.Expression;
  readonly sign: number;
}

interface Bound {
  readonly bound: ts.Expression;
  readonly inclusive: boolean;
  /** Up or down. */
  readonly direction: number;
}

/** Finds the `for` loops whose range is known when they start. */
export class RangeLoops {
  readonly #forms: Forms;
  readonly #places: Places;
  readonly #events: EventIndex;

  /** `places` and `events` may leave out stores that are proven not to make their array grow. */
  constructor(forms: Forms, places: Places, events: EventIndex) {
    this.#forms = forms;
    this.#places = places;
    this.#events = events;
  }

  of(node: ts.ForStatement): RangeLoop | undefined {
    const { initializer, condition, incrementor } = node;
    if (!initializer || !condition || !incrementor) return undefined;
    if (!ts.isVariableDeclarationList(initializer)) return undefined;
    const progress = this.#progress(incrementor);
    const declaration = progress && declarationOf(initializer, progress.variable);
    if (!progress || !declaration?.initializer) return undefined;
    if (!this.#isAlone(progress, declaration)) return undefined;
    if (!isInt(this.#forms.reader.evaluate(declaration.initializer))) return undefined;
    const step = this.#step(progress, node);
    const bound = step && this.#bound(condition, progress, declaration.initializer, step);
    if (!bound || !this.#isInvariant(bound.bound, node)) return undefined;
    return {
      variable: declaration.name as ts.Identifier,
      start: declaration.initializer,
      bound: bound.bound,
      inclusive: bound.inclusive,
      boundIsInt: isInt(this.#forms.reader.evaluate(bound.bound)),
      direction: bound.direction,
      step: step.by,
      alsoDeclared: initializer.declarations.filter((other) => other !== declaration),
    };
  }

  /** `i++`, `i -= c`, `i = i + c` */
  #progress(incrementor: ts.Expression): Progress | undefined {
    const node = skipWrappers(incrementor);
    if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      if (!isIncrement(node.operator)) return undefined;
      const sign = node.operator === ts.SyntaxKind.PlusPlusToken ? 1 : -1;
      return this.#moved(node.operand, 1, sign);
    }
    if (!ts.isBinaryExpression(node)) return undefined;
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.PlusEqualsToken:
        return this.#moved(node.left, node.right, 1);
      case ts.SyntaxKind.MinusEqualsToken:
        return this.#moved(node.left, node.right, -1);
      case ts.SyntaxKind.EqualsToken:
        return this.#reassigned(node);
      default:
        return undefined;
    }
  }

  #reassigned(node: ts.BinaryExpression): Progress | undefined {
    const sum = skipWrappers(node.right);
    if (!ts.isBinaryExpression(sum)) return undefined;
    const same = this.#places.placeOf(node.left)?.key === this.#places.placeOf(sum.left)?.key;
    const { kind } = sum.operatorToken;
    if (!same) return undefined;
    if (kind === ts.SyntaxKind.PlusToken) return this.#moved(node.left, sum.right, 1);
    return kind === ts.SyntaxKind.MinusToken ? this.#moved(node.left, sum.right, -1) : undefined;
  }

  #moved(target: ts.Expression, by: number | ts.Expression, sign: number): Progress | undefined {
    const variable = skipWrappers(target);
    if (!ts.isIdentifier(variable)) return undefined;
    const symbol = this.#forms.builder.symbolAt(variable);
    return symbol && { variable, symbol, by, sign };
  }

  /** Is the variable written where it is declared and where it moves only, and not by closures? */
  #isAlone({ symbol }: Progress, declaration: ts.VariableDeclaration): boolean {
    if (declaration.parent.flags & ts.NodeFlags.BlockScoped) {
      return this.#events.writesTo(symbol).length === 2;
    }
    return false;
  }

  /** The step with its direction; the direction must be known and the step never 0. */
  #step(
    { by, sign, symbol }: Progress,
    node: ts.ForStatement,
  ): { by: number | ts.Expression; direction: number } | undefined {
    if (typeof by === "number") return { by: by * sign, direction: sign };
    const fact = this.#forms.reader.evaluate(by);
    if (isExactInt(fact) && fact.lo !== 0) {
      return { by: fact.lo * sign, direction: Math.sign(fact.lo * sign) };
    }
    // A step that is taken away would have to be negated: such loops stay as they are.
    if (!isInt(fact) || sign < 0 || this.#mentions(by, symbol)) return undefined;
    if (fact.lo <= 0 && fact.hi >= 0) return undefined;
    return this.#isInvariant(by, node) ? { by, direction: Math.sign(fact.lo) } : undefined;
  }

  #bound(
    condition: ts.Expression,
    { symbol }: Progress,
    start: ts.Expression,
    { by, direction }: { by: number | ts.Expression; direction: number },
  ): Bound | undefined {
    const node = skipWrappers(condition);
    if (!ts.isBinaryExpression(node)) return undefined;
    const isLeft = this.#isVariable(node.left, symbol);
    if (!isLeft && !this.#isVariable(node.right, symbol)) return undefined;
    const bound = isLeft ? node.right : node.left;
    if (this.#mentions(bound, symbol)) return undefined;
    const { kind } = node.operatorToken;
    if (kind === ts.SyntaxKind.ExclamationEqualsEqualsToken) {
      const meets = Math.abs(Number(by)) === 1 && this.#isReached(start, bound, direction);
      return meets ? { bound, inclusive: false, direction } : undefined;
    }
    const order = orders.get(kind);
    if (!order || order.direction * (isLeft ? 1 : -1) !== direction) return undefined;
    return { bound, inclusive: order.inclusive, direction };
  }

  /** `!==` never holds for good unless the start is on the right side of the bound. */
  #isReached(start: ts.Expression, bound: ts.Expression, direction: number): boolean {
    const from = this.#forms.of(start);
    const to = from && this.#forms.of(bound);
    if (!from || !to) return false;
    return leastOf(direction > 0 ? combine(to, from, -1) : combine(from, to, -1)) >= 0;
  }

  #isVariable(expression: ts.Expression, symbol: ts.Symbol): boolean {
    const node = skipWrappers(expression);
    return ts.isIdentifier(node) && this.#forms.builder.symbolAt(node) === symbol;
  }

  #mentions(node: ts.Node, symbol: ts.Symbol): boolean {
    if (ts.isIdentifier(node) && this.#forms.builder.symbolAt(node) === symbol) return true;
    return ts.forEachChild(node, (child) => this.#mentions(child, symbol)) ?? false;
  }

  /** Does an expression give the same value in every turn, without effects? */
  #isInvariant(expression: ts.Expression, loop: ts.ForStatement): boolean {
    const node = skipWrappers(expression);
    if (ts.isNumericLiteral(node)) return true;
    const place = this.#places.placeOf(node);
    const from = loop.initializer?.end ?? loop.pos;
    const range: Range = { file: loop.getSourceFile(), from, to: loop.end };
    if (place) return !this.#places.mayChange(place, range);
    if (ts.isPropertyAccessExpression(node)) {
      return (
        enumValue(this.#forms.builder.checker, node) !== undefined ||
        isMathConstant(this.#forms, node)
      );
    }
    if (ts.isPrefixUnaryExpression(node)) {
      return !isIncrement(node.operator) && this.#isInvariant(node.operand, loop);
    }
    if (ts.isBinaryExpression(node)) {
      return (
        arithmetic.has(node.operatorToken.kind) &&
        this.#isInvariant(node.left, loop) &&
        this.#isInvariant(node.right, loop)
      );
    }
    if (!ts.isCallExpression(node)) return false;
    const key = this.#forms.builder.libraryKeys.get(node) ?? "";
    if (!key.startsWith("Math.") || key === "Math.random") return false;
    return node.arguments.every((argument) => this.#isInvariant(argument, loop));
  }
}

function isMathConstant(forms: Forms, node: ts.Expression): boolean {
  return /^(Math|NumberConstructor)\./.test(forms.builder.libraryKeys.get(node) ?? "");
}

function declarationOf(
  list: ts.VariableDeclarationList,
  variable: ts.Identifier,
): ts.VariableDeclaration | undefined {
  return list.declarations.find(
    (declaration) => ts.isIdentifier(declaration.name) && declaration.name.text === variable.text,
  );
}

const orders: ReadonlyMap<ts.SyntaxKind, { direction: number; inclusive: boolean }> = new Map([
  [ts.SyntaxKind.LessThanToken, { direction: 1, inclusive: false }],
  [ts.SyntaxKind.LessThanEqualsToken, { direction: 1, inclusive: true }],
  [ts.SyntaxKind.GreaterThanToken, { direction: -1, inclusive: false }],
  [ts.SyntaxKind.GreaterThanEqualsToken, { direction: -1, inclusive: true }],
]);

const arithmetic: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.AmpersandToken,
  ts.SyntaxKind.BarToken,
  ts.SyntaxKind.CaretToken,
  ts.SyntaxKind.LessThanLessThanToken,
  ts.SyntaxKind.GreaterThanGreaterThanToken,
  ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
]);
