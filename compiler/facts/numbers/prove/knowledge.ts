import { ts } from "ts-morph";
import { skipWrappers } from "../../syntax.ts";
import { dominators, liveRanges } from "../solve/dominators.ts";
import type { Change, Range } from "../solve/eventIndex.ts";
import type { Place } from "../solve/places.ts";
import type { Forms } from "./forms.ts";
import { combine, type LinearForm, leastOf, plus, scaled } from "./linearForm.ts";
import { listLength } from "./listLengths.ts";
import { isNeeded, isUpdate, readsIn } from "./reads.ts";

const mostFacts = 40;

/** Does a store put its value right behind the last element of its list? */
export type IsAtEnd = (store: ts.ElementAccessExpression) => boolean;

interface KnowledgeOptions {
  /**
   * An expression that is evaluated after the node's parts, before their values are used: the right
   * side of an assignment.
   */
  readonly after?: ts.Expression | undefined;
  /** The store that the node is the target of, which has not happened yet. */
  readonly store?: ts.Node;
  readonly isAtEnd?: IsAtEnd;
}

/**
 * The linear facts that hold where a node is reached: from the conditions that were tested, and from
 * the assignments that were made, as long as nothing that they speak of may have changed since.
 */
export class Knowledge {
  readonly facts: LinearForm[] = [];
  readonly #forms: Forms;
  readonly #isAtEnd: IsAtEnd;
  readonly #store: ts.Node | undefined;
  readonly #file: ts.SourceFile;
  /** The code that ran between the step at hand and the node. */
  readonly #ran: Range[];
  /** How many elements were pushed between the step at hand and the node, for the key of each length. */
  readonly #pushed = new Map<string, number>();
  /** Does the node run later than what was found before, so that only constants count? */
  #isLater = false;

  constructor(forms: Forms, node: ts.Node, { after, store, isAtEnd }: KnowledgeOptions = {}) {
    this.#forms = forms;
    this.#store = store;
    this.#isAtEnd = isAtEnd ?? (() => false);
    this.#file = node.getSourceFile();
    this.#ran = [];
    if (after) {
      this.#pass(after.pos, after.end);
      this.#learnReads(after);
    }
    for (const step of dominators(node)) {
      if (this.facts.length >= mostFacts) break;
      if (step.kind === "holds") {
        this.#assume(step.condition, step.value);
        this.#learnDuring(step.condition, () => this.#learnTest(step.condition, step.value));
      } else if (step.kind === "ran") this.#pass(step.from, step.to);
      else if (step.kind === "leave") this.#isLater = true;
      else if (step.kind === "statement") {
        this.#learn(step.node);
        this.#learnDuring(step.node, () => this.#learnReads(step.node));
        for (const { from, to } of liveRanges(step.node)) this.#pass(from, to);
      }
    }
  }

  /** Learns of values in the middle of some code: the rest of it may have changed them since. */
  #learnDuring(node: ts.Node, learn: () => void): void {
    this.#pass(node.pos, node.end);
    learn();
    this.#ran.pop();
  }

  /** A condition of several parts: those that were evaluated for its outcome. */
  #learnTest(condition: ts.Expression, value: boolean): void {
    const node = skipWrappers(condition);
    const kind = ts.isBinaryExpression(node) ? node.operatorToken.kind : undefined;
    const isWhole =
      (value && kind === ts.SyntaxKind.AmpersandAmpersandToken) ||
      (!value && kind === ts.SyntaxKind.BarBarToken);
    if (isWhole && ts.isBinaryExpression(node)) {
      this.#learnTest(node.left, value);
      this.#learnTest(node.right, value);
    } else if (
      ts.isPrefixUnaryExpression(node) &&
      node.operator === ts.SyntaxKind.ExclamationToken
    ) {
      this.#learnTest(node.operand, !value);
    } else this.#learnReads(node, value ? node : undefined);
  }

  /** A read that raises out of bounds was inside of them: `xs[i]` says that `0 <= i < xs.length`. */
  #learnReads(node: ts.Node, held?: ts.Expression): void {
    for (const read of readsIn(node)) {
      if (this.facts.length >= mostFacts) return;
      const { builder } = this.#forms;
      if (!isNeeded(builder.typeOf(read), read, held)) continue;
      if (isUpdate(read) && !isList(builder.checker, builder.typeOf(read.expression))) continue;
      const index = this.#forms.of(read.argumentExpression);
      const length = index && this.#forms.lengthOf(read.expression);
      if (!index) continue;
      this.#add(index);
      if (length) this.#add(plus(combine(length, index, -1), -1));
    }
  }

  #pass(from: number, to: number): void {
    this.#ran.push({ file: this.#file, from, to });
  }

  /** A form that was not negative when the step was made; kept if it still is. */
  #add(form: LinearForm): void {
    for (const { atom, factor } of form.terms.values()) {
      for (const place of atom.places) {
        if (!this.#isUnchanged(place, place.key === atom.key ? factor : 0)) return;
      }
    }
    this.facts.push(this.#sincePushed(form));
  }

  /** With a positive factor a value may have grown since, with a negative one shrunk. */
  #isUnchanged(place: Place, factor: number): boolean {
    const change: Change = factor > 0 ? "shrinks" : factor < 0 ? "grows" : "any";
    const { places } = this.#forms;
    if (this.#isLater) return places.isForever(place, change);
    return this.#ran.every((range) => !places.mayChange(place, range, change, this.#store));
  }

  #assume(condition: ts.Expression, value: boolean): void {
    const node = skipWrappers(condition);
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      this.#assume(node.operand, !value);
    }
    const length = value && isLength(node) && this.#forms.of(node);
    if (length) this.#add(plus(length, -1));
    const body = this.#forms.places.guardBodies.of(node);
    if (body) this.#assume(body, value);
    if (!ts.isBinaryExpression(node)) return;
    const { kind } = node.operatorToken;
    const isBoth =
      (value && kind === ts.SyntaxKind.AmpersandAmpersandToken) ||
      (!value && kind === ts.SyntaxKind.BarBarToken);
    if (isBoth) {
      this.#assume(node.left, value);
      this.#assume(node.right, value);
    } else this.#compare(node, kind, value);
  }

  #compare(node: ts.BinaryExpression, kind: ts.SyntaxKind, value: boolean): void {
    const comparison = comparisons.get(kind);
    if (!comparison) return;
    const left = this.#forms.of(node.left);
    const right = left && this.#forms.of(node.right);
    if (!left || !right) return;
    const isUnequal = (value ? comparison.held : comparison.failed).length === 0;
    if (isUnequal && isLength(node.left) && node.right.getText() === "0") this.#add(plus(left, -1));
    this.#ran.push({ file: this.#file, from: node.pos, to: node.end });
    const difference = combine(right, left, -1);
    for (const { sign, constant } of value ? comparison.held : comparison.failed) {
      this.#add(plus(scaled(difference, sign), constant));
    }
    if ((value ? unequal : equal) === comparison) this.#differ(difference);
    this.#ran.pop();
  }

  /** What is not 0, and on one side of it, is at least 1 away. */
  #differ(difference: LinearForm): void {
    for (const sign of [1, -1]) {
      const distance = scaled(difference, sign);
      if (leastOf(distance) >= 0) this.#add(plus(distance, -1));
    }
  }

  /** `x = value` and `xs = new Array(n)` */
  #learn(node: ts.Node): void {
    if (ts.isVariableStatement(node)) {
      for (const declaration of node.declarationList.declarations) this.#learn(declaration);
    } else if (ts.isVariableDeclarationList(node)) {
      for (const declaration of node.declarations) this.#learn(declaration);
    } else if (ts.isVariableDeclaration(node)) {
      if (node.initializer && ts.isIdentifier(node.name)) this.#equate(node.name, node.initializer);
    } else if (ts.isExpressionStatement(node)) {
      const assignment = skipWrappers(node.expression);
      const isAssignment =
        ts.isBinaryExpression(assignment) &&
        assignment.operatorToken.kind === ts.SyntaxKind.EqualsToken;
      if (isAssignment) this.#equate(assignment.left, assignment.right);
      if (isAssignment) this.#learnStore(skipWrappers(assignment.left));
      else if (ts.isCallExpression(assignment)) this.#learnPush(assignment);
    }
  }

  /** `xs[2] = value` where there were two elements: now there are three. */
  #learnStore(target: ts.Expression): void {
    if (!ts.isElementAccessExpression(target) || !this.#isAtEnd(target)) return;
    const index = this.#forms.of(target.argumentExpression);
    const length = index && this.#forms.lengthOf(target.expression);
    if (length) this.#equal(length, plus(index, 1));
  }

  /** After `xs.push(value)` there is an element. */
  #learnPush(call: ts.CallExpression): void {
    const callee = skipWrappers(call.expression);
    if (this.#forms.builder.libraryKeys.get(call) !== "Array.push") return;
    if (!ts.isPropertyAccessExpression(callee) || call.arguments.some(ts.isSpreadElement)) return;
    const length = this.#forms.lengthOf(callee.expression);
    if (!length) return;
    this.#add(plus(length, -call.arguments.length));
    for (const key of length.terms.keys()) {
      this.#pushed.set(key, (this.#pushed.get(key) ?? 0) + call.arguments.length);
    }
  }

  /** What was at most the length is less by what was pushed since. */
  #sincePushed(form: LinearForm): LinearForm {
    let pushed = 0;
    for (const [key, { factor }] of form.terms) {
      if (factor > 0) pushed += factor * (this.#pushed.get(key) ?? 0);
    }
    return plus(form, -pushed);
  }

  #equate(target: ts.Expression, value: ts.Expression): void {
    const { places } = this.#forms;
    const place = places.placeOf(target);
    if (!place) return;
    const own = this.#forms.of(target);
    const form = own && this.#forms.of(value);
    if (own && form && !mentions(form, place)) this.#equal(own, form);
    const length = listLength(this.#forms, value);
    const ownLength = length && this.#forms.lengthOf(target);
    if (length && ownLength && !mentions(length, place)) this.#equal(ownLength, length);
  }

  #equal(a: LinearForm, b: LinearForm): void {
    this.#add(combine(a, b, -1));
    this.#add(combine(b, a, -1));
  }
}

function isLength(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === "length";
}

/** Does a form speak of the place itself, which is about to change? */
function mentions(form: LinearForm, place: Place): boolean {
  for (const { atom } of form.terms.values()) {
    if (atom.places.some((other) => other.key.startsWith(place.key))) return true;
  }
  return false;
}

interface Bound {
  /** Of right - left. */
  readonly sign: number;
  readonly constant: number;
}

interface Comparison {
  readonly held: readonly Bound[];
  readonly failed: readonly Bound[];
}

const less: Bound = { sign: 1, constant: -1 };
const lessOrEqual: Bound = { sign: 1, constant: 0 };
const greater: Bound = { sign: -1, constant: -1 };
const greaterOrEqual: Bound = { sign: -1, constant: 0 };
const equal: Comparison = { held: [lessOrEqual, greaterOrEqual], failed: [] };
const unequal: Comparison = { held: [], failed: equal.held };

/** What a comparison of ints says about `right - left`. */
const comparisons: ReadonlyMap<ts.SyntaxKind, Comparison> = new Map([
  [ts.SyntaxKind.LessThanToken, { held: [less], failed: [greaterOrEqual] }],
  [ts.SyntaxKind.LessThanEqualsToken, { held: [lessOrEqual], failed: [greater] }],
  [ts.SyntaxKind.GreaterThanToken, { held: [greater], failed: [lessOrEqual] }],
  [ts.SyntaxKind.GreaterThanEqualsToken, { held: [greaterOrEqual], failed: [less] }],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, equal],
  [ts.SyntaxKind.EqualsEqualsToken, equal],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, unequal],
  [ts.SyntaxKind.ExclamationEqualsToken, unequal],
]);

function isList(checker: ts.TypeChecker, type: ts.Type): boolean {
  return checker.isArrayType(type) || checker.isTupleType(type);
}
