import type { ts } from "ts-morph";

/**
 * What a value of TypeScript type `number` can be at run time in the Python that the lowerings emit.
 *
 * The Python value is an `int` object or a `float` object. Literals without a fraction, lengths,
 * indices, bit operations and `+ - *` of ints are ints; `/` is always a float; a rounding of a
 * finite value is an int. The two agree in value wherever Python compares or adds them, so a proof
 * that fails costs speed (a text goes through a formatter, an index through `int()`), never truth.
 */
export interface NumberFact {
  /** May it be a Python `int` object? */
  readonly int: boolean;
  /** May it be a Python `float` object? */
  readonly float: boolean;
  /** May it be NaN? Only floats are. */
  readonly nan: boolean;
  /** May it be Infinity or -Infinity? Only floats are; `lo` and `hi` say which. */
  readonly infinite: boolean;
  /** May the JavaScript value be -0? An `int` object has lost the sign. */
  readonly negativeZero: boolean;
  /** Least and greatest possible value but NaN, inclusive; infinite where unknown. */
  readonly lo: number;
  readonly hi: number;
}

/**
 * How far an index is known to be inside its array or string. What is written `atEnd` is appended:
 * the array has as many elements as the index says.
 */
export type IndexProof = "inBounds" | "atEnd" | "nonNegative" | "unknown";

export interface NumberFacts {
  /** The fact of an expression whose type is a number (or a union that has numbers: the fact of the number part). */
  of(node: ts.Expression): NumberFact;
  /** The fact of a variable, parameter or property declaration over its whole life. */
  ofDeclaration(node: ts.Declaration): NumberFact;
  /** The fact of the numbers among the elements of an array. */
  elementsOf(list: ts.Expression): NumberFact;
  /** For `a[i]`, read or written. */
  indexProof(node: ts.ElementAccessExpression): IndexProof;
  /** `for (let i = a; i < b; i++)` and its kin: the loop can be `for i in range(a, b, step)`. */
  countedLoop(node: ts.ForStatement): CountedLoop | undefined;
  /**
   * What stands for the arrays that an expression may give: the same object for expressions that may
   * give one array. Undefined where it gives none.
   */
  arraysOf(node: ts.Expression): object | undefined;
}

/**
 * The form of a number at run time: JavaScript's value (`exact`), or an int that is the same modulo
 * 2 ** 32, from 0 to 2 ** 32 - 1 (`unsigned`) or of any size (`any`). It is not exact only where
 * whoever takes the value looks at its low 32 bits; `of` tells the JavaScript value all the same.
 */
export type Residue = "exact" | "unsigned" | "any";

/** What else is proven. */
export interface NumberProofs extends NumberFacts {
  /**
   * As `countedLoop`, and more: steps that are expressions, further variables in the head, bounds
   * that are not known to be ints. Whoever lowers these must look at every property.
   */
  rangeLoop(node: ts.ForStatement): RangeLoop | undefined;
  /** Is `index` a position of `list` where `node` is reached? */
  positionProof(node: ts.Expression, list: ts.Expression, index: ts.Expression): IndexProof;
  /** Has `list` an element where `node` is reached? */
  isFilled(node: ts.Expression, list: ts.Expression): boolean;
  /** Is it one character of a text: the variable of a loop over it? */
  isCharacter(node: ts.Expression): boolean;
  /** Is the value neither 0 nor NaN? */
  isNonZero(node: ts.Expression): boolean;
  /** Is it an int object from -(2 ** 31) to 2 ** 31 - 1? */
  fitsInt32(node: ts.Expression): boolean;
  /** Is the value neither NaN nor infinite? */
  isFinite(node: ts.Expression): boolean;
  /** The form in which the value of an expression is made. */
  residue(node: ts.Expression): Residue;
  /** Does a function give residues from 0 to 2 ** 32 - 1, so that every `return` must make one? */
  givesUnsigned(node: ts.Node): boolean;
  /** Is a variable kept as its residue from 0 to 2 ** 32 - 1, so that every write to it must give that? */
  keptUnsigned(node: ts.Node): boolean;
  /**
   * Can the program tell -0 from 0 in this value (print the number itself, divide by it, store it
   * where nobody knows who reads)? Not by text, comparisons, sums with what is no -0, bit operations.
   */
  zeroSignObserved(node: ts.Expression): boolean;
}

/** A `for` whose variable runs over a range that is known when the loop starts. */
export interface CountedLoop {
  readonly variable: ts.Identifier;
  readonly start: ts.Expression;
  /** The bound as written; `inclusive` for `<=` and `>=`. It cannot change while the loop runs. */
  readonly bound: ts.Expression;
  readonly inclusive: boolean;
  /** Never 0. */
  readonly step: number;
}

/** A `for` whose variable runs over a range that is known when the loop starts, of a general kind. */
export interface RangeLoop {
  readonly variable: ts.Identifier;
  readonly start: ts.Expression;
  /** The bound as written; `inclusive` for `<=` and `>=`. It cannot change while the loop runs. */
  readonly bound: ts.Expression;
  readonly inclusive: boolean;
  /** Is the bound an int object? Otherwise it may be a float, NaN or infinite. */
  readonly boundIsInt: boolean;
  /** 1 upwards, -1 downwards. */
  readonly direction: number;
  /** Never 0, its sign is `direction`; an expression is an int and cannot change while the loop runs. */
  readonly step: number | ts.Expression;
  /** What the head declares besides the variable: to be declared before the loop. */
  readonly alsoDeclared: readonly ts.VariableDeclaration[];
}

/** Nothing is known. */
export const anyNumber: NumberFact = {
  int: true,
  float: true,
  nan: true,
  infinite: true,
  negativeZero: true,
  lo: Number.NEGATIVE_INFINITY,
  hi: Number.POSITIVE_INFINITY,
};

/** Is the Python value an `int` object, whatever happens? */
export function isInt(fact: NumberFact): boolean {
  return fact.int && !fact.float;
}
