import { ts } from "ts-morph";
import { isAssignmentOperator } from "../../bindings.ts";
import { type IndexProof, isInt } from "../../numberFacts.ts";
import { outerParent, skipWrappers } from "../../syntax.ts";
import { isMatch } from "../../typeFacts.ts";
import { lengthSlot } from "../graph/slots.ts";
import { isCharacter } from "../library/characters.ts";
import { fixedElement, isText } from "../library/typeKinds.ts";
import { anyLength, meet } from "../values/lattice.ts";
import { isStoredAtEnd } from "./appending.ts";
import type { Forms } from "./forms.ts";
import { type Claim, holdsAlways, isBelow } from "./invariants.ts";
import { Knowledge } from "./knowledge.ts";
import { combine, constantForm, plus } from "./linearForm.ts";
import { isAlwaysProven } from "./withAxioms.ts";

/** Proves that indices are inside their lists and texts. */
export class IndexProofs {
  readonly #forms: Forms;
  readonly #atEnd = new Map<ts.Node, boolean>();

  constructor(forms: Forms) {
    this.#forms = forms;
  }

  /** For `object[index]`, read or written. */
  of(node: ts.ElementAccessExpression): IndexProof {
    if (!this.#isList(node.expression)) return "unknown";
    const proof = this.prove(node, node.expression, node.argumentExpression);
    return proof === "nonNegative" && this.isAtEnd(node) ? "atEnd" : proof;
  }

  #isList(node: ts.Expression): boolean {
    const { builder } = this.#forms;
    const { checker } = builder;
    const type = checker.getNonNullableType(builder.typeOf(node));
    const isArray = checker.isArrayType(type) || checker.isTupleType(type);
    if (isText(type) || isArray || isMatch(type)) return true;
    return fixedElement(type) !== undefined;
  }

  /** Is `index` a position of `object` where `node` is reached? */
  prove(node: ts.Expression, object: ts.Expression, index: ts.Expression): IndexProof {
    const fact = this.#forms.reader.evaluate(index);
    if (!isInt(fact)) return "unknown";
    const shortest = this.#shortest(object);
    if (fact.lo >= 0 && fact.hi < shortest) return "inBounds";
    const form = this.#forms.of(index);
    if (!form) return fact.lo >= 0 ? "nonNegative" : "unknown";
    const knowledge = new Knowledge(this.#forms, node, {
      after: writtenAfter(node),
      isAtEnd: this.isAtEnd,
    });
    const { facts } = knowledge;
    const length = this.#forms.lengthOf(object);
    if (fact.lo < 0 && !isAlwaysProven(form, facts) && !this.#isAlways(index, (value) => value)) {
      return "unknown";
    }
    const lengths = [constantForm(shortest), length];
    const isInside = lengths.some(
      (limit) => limit && isAlwaysProven(plus(combine(limit, form, -1), -1), facts),
    );
    if (isInside || (length && this.#isAlways(index, isBelow(length), length))) return "inBounds";
    return "nonNegative";
  }

  /** Has the list an element where `node` is reached? */
  isFilled(node: ts.Expression, list: ts.Expression): boolean {
    if (this.#shortest(list) > 0) return true;
    const length = this.#forms.lengthOf(list);
    const goal = length && plus(length, -1);
    return goal !== undefined && isAlwaysProven(goal, new Knowledge(this.#forms, node).facts);
  }

  /** Is the index a variable of which a claim always holds? */
  #isAlways(index: ts.Expression, claim: Claim, length = constantForm(0)): boolean {
    const variable = skipWrappers(index);
    return ts.isIdentifier(variable) && holdsAlways(this.#forms, variable, claim, length);
  }

  /** Does the store `xs[i] = value` always put its value behind the last element? */
  readonly isAtEnd = (store: ts.ElementAccessExpression): boolean => {
    const known = this.#atEnd.get(store);
    if (known !== undefined) return known;
    this.#atEnd.set(store, false);
    const found = isStoredAtEnd(this.#forms, store, this.isAtEnd);
    this.#atEnd.set(store, found);
    return found;
  };

  /** The length that the list has at least, whatever happens. */
  #shortest(object: ts.Expression): number {
    const { builder, reader } = this.#forms;
    const node = skipWrappers(object);
    if (ts.isStringLiteralLike(node)) return node.text.length;
    if (isText(builder.typeOf(node))) return isCharacter(builder, node) ? 1 : 0;
    const shape = builder.shapeOf(node);
    // What comes from Python is what its stub says.
    if (!shape || shape.isUnknown) return requiredElements(builder.typeOf(node));
    const length = meet(reader.read(builder.graph.slot(shape, lengthSlot)), anyLength);
    return Number.isFinite(length.lo) ? length.lo : 0;
  }
}

/** How many elements a tuple type has at least. */
function requiredElements(type: ts.Type): number {
  const target = (type as Partial<ts.TypeReference>).target as Partial<ts.TupleType> | undefined;
  return target?.minLength ?? 0;
}

/** The right side of `xs[i] = value` runs when `xs` and `i` have been looked at already. */
function writtenAfter(node: ts.Expression): ts.Expression | undefined {
  let parent = outerParent(node);
  let target: ts.Node = node;
  while (ts.isArrayLiteralExpression(parent)) {
    target = parent;
    parent = outerParent(parent);
  }
  const isTarget =
    ts.isBinaryExpression(parent) &&
    isAssignmentOperator(parent.operatorToken.kind) &&
    skipWrappers(parent.left) === target;
  return isTarget ? (parent as ts.BinaryExpression).right : undefined;
}
