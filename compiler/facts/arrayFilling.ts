import { ts } from "ts-morph";
import type { HoleSources } from "./arrayHoles.ts";
import { isWritten } from "./bindings.ts";
import { outerParent, skipWrappers } from "./syntax.ts";

/*
 * Arrays that are filled from their start, right where they are made:
 *
 *     const squares = new Array(n);             const fib = [];
 *     for (let i = 0; i < n; i++) {             fib[0] = 0;
 *       squares[i] = i * i;                     fib[1] = 1;
 *     }                                         for (let i = 2; i < n; i++) fib[i] = ...;
 *
 * The text of the place that holds the array stands for the array, as long as only statements are
 * gone through that cannot change what it means.
 */

interface Filling {
  /** The writes that are known to leave no gap. */
  readonly writes: ReadonlySet<ts.Node>;
  /** Has every place of `new Array(n)` a value afterwards? */
  readonly isComplete: boolean;
}

const known = new WeakMap<ts.Node, Filling>();

/**
 * Of `new Array(n)`: is it filled right away? Of a write `xs[i] = value`: is it one of those that fill
 * an array in order?
 */
export function fillsInOrder(
  sources: HoleSources,
  node: ts.NewExpression | ts.CallExpression | ts.ElementAccessExpression,
): boolean {
  if (!ts.isElementAccessExpression(node)) return fillingOf(sources, node)?.isComplete ?? false;
  for (const made of arraysMadeAs(node)) {
    if (fillingOf(sources, made)?.writes.has(node)) return true;
  }
  return false;
}

/** The expressions around a write that make an array in the place that it writes to. */
function arraysMadeAs(write: ts.ElementAccessExpression): readonly ts.Expression[] {
  const text = write.expression.getText();
  const found: ts.Expression[] = [];
  for (let node: ts.Node = write; !ts.isSourceFile(node); node = node.parent) {
    if (!ts.isBlock(node.parent) && !ts.isSourceFile(node.parent)) {
      if (ts.isFunctionLike(node)) break;
      continue;
    }
    for (const statement of node.parent.statements) {
      if (statement === node) break;
      const made = madeBy(statement);
      if (made && made.place === text) found.push(made.value);
    }
  }
  return found;
}

/** `const xs = value` and `this.xs = value` */
function madeBy(
  statement: ts.Statement,
): { readonly place: string; readonly value: ts.Expression } | undefined {
  if (ts.isVariableStatement(statement)) {
    const declaration = statement.declarationList.declarations.at(-1);
    const value = declaration?.initializer;
    return value && { place: declaration.name.getText(), value: skipWrappers(value) };
  }
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) {
    return undefined;
  }
  const { left, operatorToken, right } = statement.expression;
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  return { place: left.getText(), value: skipWrappers(right) };
}

function fillingOf(sources: HoleSources, made: ts.Expression): Filling | undefined {
  const before = known.get(made);
  if (before) return before;
  let statement: ts.Node = outerParent(made);
  while (!ts.isStatement(statement)) {
    if (!ts.isVariableDeclaration(statement) && !ts.isVariableDeclarationList(statement)) {
      if (!ts.isBinaryExpression(statement)) return undefined;
    }
    statement = statement.parent;
  }
  const place = madeBy(statement);
  if (!place || place.value !== skipWrappers(made)) return undefined;
  const filling = new FillingWalk(sources, place.place, made).walk(statement);
  known.set(made, filling);
  return filling;
}

/** Goes through the statements after the one that makes an array, for as long as they fill it. */
class FillingWalk {
  readonly #sources: HoleSources;
  readonly #place: string;
  readonly #asked: string | undefined;
  readonly #words: ReadonlySet<string>;
  readonly #writes = new Set<ts.Node>();
  /** So many elements the array has at least. */
  #length = 0;
  #isComplete = false;

  constructor(sources: HoleSources, place: string, made: ts.Expression) {
    this.#sources = sources;
    this.#place = place;
    if (ts.isArrayLiteralExpression(made)) this.#length = leastLength(made);
    else this.#asked = (made as ts.NewExpression).arguments?.[0]?.getText();
    this.#words = new Set(`${place} ${this.#asked ?? ""}`.match(/[\w$]+/g) ?? []);
  }

  walk(made: ts.Statement): Filling {
    const { parent } = made;
    const statements: readonly ts.Statement[] =
      ts.isBlock(parent) || ts.isSourceFile(parent) ? parent.statements : [];
    for (const statement of statements.slice(statements.indexOf(made) + 1)) {
      if (!this.#fills(statement) && this.#isDisturbedBy(statement)) break;
    }
    return { writes: this.#writes, isComplete: this.#isComplete };
  }

  #fills(statement: ts.Statement): boolean {
    if (ts.isForStatement(statement)) return this.#fillsByLoop(statement);
    const write = this.#writeOf(statement);
    const index = write && skipWrappers(write.argumentExpression);
    if (!index || !ts.isNumericLiteral(index) || Number(index.text) > this.#length) return false;
    this.#writes.add(write);
    this.#length = Math.max(this.#length, Number(index.text) + 1);
    return true;
  }

  /** `for (let i = 0; i < n; i++) { ...; xs[i] = value; ... }` */
  #fillsByLoop(loop: ts.ForStatement): boolean {
    const counted = this.#sources.numbers.countedLoop(loop);
    if (counted?.step !== 1) return false;
    const start = skipWrappers(counted.start);
    if (!ts.isNumericLiteral(start) || Number(start.text) > this.#length) return false;
    const write = this.#writeIn(loop.statement, counted.variable.text);
    if (!write || this.#isDisturbedBy(loop.statement)) return false;
    for (const each of write) this.#writes.add(each);
    const isWhole = !leavesEarly(loop.statement) && !counted.inclusive;
    const bound = counted.bound.getText();
    this.#isComplete = isWhole && (bound === this.#asked || bound === `${this.#place}.length`);
    return true;
  }

  /** The writes of `xs[i]`, one of which every turn comes to. */
  #writeIn(body: ts.Statement, index: string): readonly ts.ElementAccessExpression[] | undefined {
    const write = this.#writeOf(body);
    if (write) return write.argumentExpression.getText() === index ? [write] : undefined;
    if (ts.isBlock(body)) {
      for (const statement of body.statements) {
        const found = this.#writeIn(statement, index);
        if (found) return found;
        if (skipsTurn(statement)) return undefined;
      }
      return undefined;
    }
    if (!ts.isIfStatement(body) || !body.elseStatement) return undefined;
    const first = this.#writeIn(body.thenStatement, index);
    const second = first && this.#writeIn(body.elseStatement, index);
    return second && [...first, ...second];
  }

  /** `xs[...] = value;` */
  #writeOf(statement: ts.Statement): ts.ElementAccessExpression | undefined {
    if (!ts.isExpressionStatement(statement)) return undefined;
    const { expression } = statement;
    if (!ts.isBinaryExpression(expression)) return undefined;
    if (expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
    const target = skipWrappers(expression.left);
    return ts.isElementAccessExpression(target) && target.expression.getText() === this.#place
      ? target
      : undefined;
  }

  /**
   * Is the array used other than by reading and writing elements, `length` and `push`, or is a variable
   * written that the place or the length mentions?
   */
  #isDisturbedBy(node: ts.Node): boolean {
    if (ts.isExpression(node) && node.getText() === this.#place) return !this.#isPlainUse(node);
    if (ts.isIdentifier(node) && this.#words.has(node.text) && isWritten(node)) return true;
    return ts.forEachChild(node, (child) => this.#isDisturbedBy(child)) ?? false;
  }

  #isPlainUse(node: ts.Expression): boolean {
    const parent = outerParent(node);
    if (ts.isElementAccessExpression(parent)) return skipWrappers(parent.expression) === node;
    if (!ts.isPropertyAccessExpression(parent)) return false;
    if (parent.name.text === "length") return !isWritten(parent);
    // What is pushed stands behind the places that are still open.
    return parent.name.text === "push" && this.#asked === undefined;
  }
}

function leastLength(literal: ts.ArrayLiteralExpression): number {
  return literal.elements.filter((element) => !ts.isSpreadElement(element)).length;
}

/** May a turn of the loop end before what follows the statement? */
function skipsTurn(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) return true;
  return ts.forEachChild(node, skipsTurn) ?? false;
}

function leavesEarly(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isBreakStatement(node) || ts.isReturnStatement(node)) return true;
  return ts.forEachChild(node, leavesEarly) ?? false;
}
