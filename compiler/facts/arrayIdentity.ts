import { ts } from "ts-morph";
import type { Binding, BindingFacts } from "./bindings.ts";
import { callbackMethods } from "./callbackMethods.ts";
import { isUsedAsStatement, isWithin, outerParent, skipWrappers } from "./syntax.ts";
import { libraryKey } from "./typeFacts.ts";

/** Can two expressions be one array? Asked where one is changed while the other is iterated. */
export class ArrayIdentity {
  readonly #checker: ts.TypeChecker;
  readonly #bindings: BindingFacts;

  constructor(checker: ts.TypeChecker, bindings: BindingFacts) {
    this.#checker = checker;
    this.#bindings = bindings;
  }

  mayBeSame(a: ts.Expression, b: ts.Expression): boolean {
    if (this.isFresh(a) || this.isFresh(b)) return false;
    const x = this.#bindingOf(a);
    const y = this.#bindingOf(b);
    if (x && x === y) return true;
    if (!this.#haveCommonElements(a, b)) return false;
    if ((x && this.#isOwned(x)) || (y && this.#isOwned(y))) return false;
    return !(x && y && this.#areMadeApart(x, y));
  }

  #bindingOf(node: ts.Expression): Binding | undefined {
    const bare = skipWrappers(node);
    return ts.isIdentifier(bare) ? this.#bindings.at(bare) : undefined;
  }

  /** Arrays whose elements can never be the same are different arrays. */
  #haveCommonElements(a: ts.Expression, b: ts.Expression): boolean {
    const x = this.#elementType(a);
    const y = this.#elementType(b);
    if (!x || !y) return true;
    return this.#checker.isTypeAssignableTo(x, y) || this.#checker.isTypeAssignableTo(y, x);
  }

  #elementType(node: ts.Expression): ts.Type | undefined {
    return this.#checker
      .getNonNullableType(this.#checker.getTypeAtLocation(node))
      .getNumberIndexType();
  }

  /** The later made of two constants holds an array of its own, so the earlier one cannot hold it. */
  #areMadeApart(x: Binding, y: Binding): boolean {
    if (x.writes.length > 0 || y.writes.length > 0) return false;
    if (this.#hasFreshValue(x) && this.#hasFreshValue(y)) return true;
    const [earlier, later] = x.declaration.pos < y.declaration.pos ? [x, y] : [y, x];
    // A parameter has its array before the function declares anything; one of another function may get it later.
    const isBefore =
      earlier.scope === later.scope ||
      (ts.isParameter(earlier.declaration) && isWithin(later.declaration, earlier.scope));
    return isBefore && this.#hasFreshValue(later);
  }

  /** A constant with an array of its own, which is never given away. */
  #isOwned(binding: Binding): boolean {
    return (
      binding.writes.length === 0 &&
      this.#hasFreshValue(binding) &&
      binding.references.every((reference) => !this.#givesAway(reference))
    );
  }

  #hasFreshValue({ declaration }: Binding): boolean {
    return (
      ts.isVariableDeclaration(declaration) &&
      ts.isIdentifier(declaration.name) &&
      declaration.initializer !== undefined &&
      this.isFresh(declaration.initializer)
    );
  }

  /** Is the value an array that nothing else holds: a literal, the result of `map`, ...? */
  isFresh(node: ts.Expression): boolean {
    const bare = skipWrappers(node);
    if (ts.isArrayLiteralExpression(bare)) return true;
    if (ts.isConditionalExpression(bare))
      return this.isFresh(bare.whenTrue) && this.isFresh(bare.whenFalse);
    if (ts.isNewExpression(bare)) return bare.expression.getText() === "Array";
    if (!ts.isCallExpression(bare)) return false;
    const key = this.#calledKey(bare);
    if (key === undefined) return false;
    if (sameArray.has(key)) {
      return this.isFresh((bare.expression as ts.PropertyAccessExpression).expression);
    }
    return newArrays.has(key);
  }

  #calledKey(call: ts.CallExpression): string | undefined {
    const { expression } = call;
    const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
    const symbol = this.#checker.getSymbolAtLocation(name);
    return symbol && libraryKey(symbol);
  }

  /** Does a mention let something else hold the array? */
  #givesAway(reference: ts.Expression): boolean {
    const parent = outerParent(reference);
    if (ts.isReturnStatement(parent) || ts.isSpreadElement(parent)) return false;
    if (ts.isForOfStatement(parent)) return parent.expression !== reference;
    if (ts.isElementAccessExpression(parent)) return parent.expression !== reference;
    if (!ts.isPropertyAccessExpression(parent)) return true;
    const call = parent.parent;
    if (!ts.isCallExpression(call) || call.expression !== parent) return false;
    const key = this.#calledKey(call);
    if (key === undefined) return true;
    if (sameArray.has(key) && !isUsedAsStatement(call)) return true;
    return callbackMethods.has(key) && passesArray(call);
  }
}

/** Does a callback see the array itself, as its last parameter? */
function passesArray(call: ts.CallExpression): boolean {
  return call.arguments.some((argument) => {
    const bare = skipWrappers(argument);
    if (ts.isArrowFunction(bare) || ts.isFunctionExpression(bare))
      return bare.parameters.length > 2;
    return true;
  });
}

/** Built-ins that give the array that they were called on. */
const sameArray: ReadonlySet<string> = new Set([
  "Array.copyWithin",
  "Array.fill",
  "Array.reverse",
  "Array.sort",
]);

/** Built-ins that make an array. */
const newArrays: ReadonlySet<string> = new Set([
  "Array",
  "Array.concat",
  "Array.filter",
  "Array.flat",
  "Array.flatMap",
  "Array.map",
  "Array.slice",
  "Array.splice",
  "Array.toReversed",
  "Array.toSorted",
  "Array.toSpliced",
  "Array.with",
  "ArrayConstructor.from",
  "ArrayConstructor.of",
  "ObjectConstructor.entries",
  "ObjectConstructor.keys",
  "ObjectConstructor.values",
  "String.split",
]);
