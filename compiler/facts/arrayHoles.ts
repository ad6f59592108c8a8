import { ts } from "ts-morph";
import { fillsInOrder } from "./arrayFilling.ts";
import { type BindingFacts, isIncrement, isWritten } from "./bindings.ts";
import type { NumberFacts } from "./numberFacts.ts";
import { isLogicalAssignment, outerParent, skipWrappers } from "./syntax.ts";
import { libraryKey, type TypeFacts } from "./typeFacts.ts";
import { isCounted, wasRead } from "./writtenPlaces.ts";

/**
 * "made" where the program asks for places without a value: `new Array(n)`, a longer `length`.
 * "possible" where it writes at an index that is not proven to be at most the length.
 */
export type Holes = "none" | "possible" | "made";

/** Which arrays may have places that nothing was put into. Such a place is None, as undefined is. */
export interface HoleFacts {
  of(array: ts.Expression): Holes;
  /** May the value of an expression come from such a place, though its type does not say undefined? */
  mayBeRead(node: ts.Expression): boolean;
  /**
   * Must a write raise that would leave a gap? Of an array whose elements may be None, that is gone
   * through by what leaves holes out: nobody could tell the gap from its elements afterwards.
   */
  mayNotGape(array: ts.Expression): boolean;
}

export interface HoleSources {
  readonly checker: ts.TypeChecker;
  readonly types: TypeFacts;
  readonly numbers: NumberFacts;
  readonly bindings: BindingFacts;
  readonly sourceFiles: readonly ts.SourceFile[];
}

export function createHoleFacts(sources: HoleSources): HoleFacts {
  const { checker, numbers, bindings, types } = sources;
  let made: ReadonlyMap<object, Holes> | undefined;
  const of = (array: ts.Expression): Holes => {
    made ??= findHoles(sources);
    if (made.size === 0) return "none";
    const arrays = numbers.arraysOf(array);
    return (arrays && made.get(arrays)) ?? "none";
  };
  let listed: ReadonlySet<object> | undefined;
  const mayNotGape = (array: ts.Expression): boolean => {
    if (of(array) !== "possible") return false;
    listed ??= listedArrays(sources);
    const element = types.present(checker.getTypeAtLocation(array)).getNumberIndexType();
    const isNullable =
      element && (types.mayBe(element, "undefined") || types.mayBe(element, "null"));
    return isNullable === true && listed.has(numbers.arraysOf(array)!);
  };
  return { of, mayBeRead: (node) => of_(node), mayNotGape };

  function of_(node: ts.Expression): boolean {
    made ??= findHoles(sources);
    if (made.size === 0) return false;
    const bare = skipWrappers(node);
    if (ts.isElementAccessExpression(bare)) {
      return isList(bare.expression) && of(bare.expression) !== "none";
    }
    if (!ts.isIdentifier(bare)) return false;
    const declaration = bindings.at(bare)?.declaration;
    return declaration !== undefined && isFilledFromHole(declaration);
  }

  /** `const x = xs[i]`, `for (const x of xs)`, `for (const [i, x] of xs.entries())` */
  function isFilledFromHole(declaration: ts.Declaration): boolean {
    if (ts.isBindingElement(declaration)) {
      const loop = ts.isVariableDeclaration(declaration.parent.parent)
        ? declaration.parent.parent.parent.parent
        : undefined;
      return !!loop && ts.isForOfStatement(loop) && isEntriesOfHoles(loop.expression);
    }
    if (!ts.isVariableDeclaration(declaration)) return false;
    const loop = declaration.parent.parent;
    if (ts.isForOfStatement(loop)) return isList(loop.expression) && of(loop.expression) !== "none";
    const { initializer } = declaration;
    return initializer !== undefined && !ts.isIdentifier(initializer) && of_(initializer);
  }

  function isEntriesOfHoles(node: ts.Expression): boolean {
    const call = skipWrappers(node);
    if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
    const { name, expression } = call.expression;
    return name.text === "entries" && isList(expression) && of(expression) !== "none";
  }

  function isList(node: ts.Expression): boolean {
    return sources.types.isOnly(checker.getTypeAtLocation(node), "array");
  }
}

/**
 * Every set of arrays that some method goes through, or that is asked for its keys; not those that are
 * written at an index which leaves a gap for certain.
 */
function listedArrays(sources: HoleSources): ReadonlySet<object> {
  const { checker, types, numbers, sourceFiles } = sources;
  const found = new Set<object>();
  const gaping = new Set<object>();
  const note = (node: ts.Expression): void => {
    const isList = types.mayBe(checker.getTypeAtLocation(node), "array");
    const arrays = isList && numbers.arraysOf(node);
    if (arrays) found.add(arrays);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isElementAccessExpression(node) && isWritten(node)) {
      const isFixed = ts.isNumericLiteral(skipWrappers(node.argumentExpression));
      const arrays = isFixed && mayLeaveGap(sources, node) && numbers.arraysOf(node.expression);
      if (arrays) gaping.add(arrays);
    }
    if (ts.isForInStatement(node)) note(node.expression);
    else if (ts.isCallExpression(node)) {
      const callee = skipWrappers(node.expression);
      const isChange =
        ts.isPropertyAccessExpression(callee) && /^(push|pop)$/.test(callee.name.text);
      if (ts.isPropertyAccessExpression(callee) && !isChange) note(callee.expression);
      for (const argument of node.arguments) if (!ts.isSpreadElement(argument)) note(argument);
    }
    ts.forEachChild(node, visit);
  };
  sourceFiles.forEach(visit);
  for (const arrays of gaping) found.delete(arrays);
  return found;
}

/** Every set of arrays that may have holes. */
function findHoles(sources: HoleSources): ReadonlyMap<object, Holes> {
  const found = new Map<object, Holes>();
  const copies: [from: ts.Expression, to: ts.Expression][] = [];
  const note = (array: ts.Expression, holes: Holes): boolean => {
    const arrays = sources.numbers.arraysOf(array);
    if (!arrays || holes === "none") return false;
    const before = found.get(arrays);
    if (before === "made" || before === holes) return false;
    found.set(arrays, holes);
    return true;
  };
  const visit = (node: ts.Node): void => {
    const source = sourceOfHoles(sources, node);
    if (source) note(source.array, source.holes);
    if (ts.isCallExpression(node)) copies.push(...keptHoles(sources, node));
    ts.forEachChild(node, visit);
  };
  sources.sourceFiles.forEach(visit);
  const spread = (): boolean =>
    copies
      .map(([from, to]) => note(to, found.get(sources.numbers.arraysOf(from) ?? from) ?? "none"))
      .some((isNew) => isNew);
  while (found.size > 0 && spread());
  return found;
}

function sourceOfHoles(
  sources: HoleSources,
  node: ts.Node,
): { readonly array: ts.Expression; readonly holes: Holes } | undefined {
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
    const isOpen = isBlankArray(sources, node) && !isFilledAtOnce(node);
    return isOpen && !fillsInOrder(sources, node) ? { array: node, holes: "made" } : undefined;
  }
  if (ts.isArrayLiteralExpression(node) && node.elements.some(ts.isOmittedExpression)) {
    return { array: node, holes: "made" };
  }
  if (ts.isDeleteExpression(node)) {
    const target = skipWrappers(node.expression);
    return ts.isElementAccessExpression(target)
      ? { array: target.expression, holes: "made" }
      : undefined;
  }
  if (ts.isElementAccessExpression(node) && isWritten(node)) {
    return mayLeaveGap(sources, node) ? { array: node.expression, holes: "possible" } : undefined;
  }
  if (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === "length" &&
    isWritten(node) &&
    sources.types.mayBe(sources.checker.getTypeAtLocation(node.expression), "array")
  ) {
    const holes = holesOfLength(node);
    return holes === "none" ? undefined : { array: node.expression, holes };
  }
  return undefined;
}

/** May `xs[i] = value` write behind the end, with places between? */
function mayLeaveGap(sources: HoleSources, node: ts.ElementAccessExpression): boolean {
  const { checker, types, numbers } = sources;
  const type = checker.getTypeAtLocation(node.expression);
  if (!types.kinds(type).has("array")) return false;
  const index = node.argumentExpression;
  if (types.isOnly(checker.getTypeAtLocation(index), "string")) return false;
  if (index.getText() === "0" || /^(inBounds|atEnd)$/.test(numbers.indexProof(node))) return false;
  if (readsBefore(node) || wasRead(node) || isCounted(sources.bindings, node)) return false;
  return !isLengthOf(index, node.expression) && !fillsInOrder(sources, node);
}

/** `xs[i] += 1`, `xs[i]++`: the read finds an element, or raises. */
function readsBefore(node: ts.ElementAccessExpression): boolean {
  const parent = outerParent(node);
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return isIncrement(parent.operator);
  }
  if (!ts.isBinaryExpression(parent)) return false;
  return parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken && !isLogicalAssignment(parent);
}

/** `xs[xs.length]` */
function isLengthOf(index: ts.Expression, array: ts.Expression): boolean {
  const bare = skipWrappers(index);
  return (
    ts.isPropertyAccessExpression(bare) &&
    bare.name.text === "length" &&
    bare.expression.getText() === array.getText()
  );
}

/** `xs.length = 0` and `xs.length -= n` cut; of `xs.length = n` nobody knows. */
function holesOfLength(node: ts.PropertyAccessExpression): Holes {
  const parent = outerParent(node);
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return parent.operator === ts.SyntaxKind.MinusMinusToken ? "none" : "made";
  }
  if (!ts.isBinaryExpression(parent)) return "made";
  const { kind } = parent.operatorToken;
  if (kind === ts.SyntaxKind.MinusEqualsToken) return "none";
  if (kind !== ts.SyntaxKind.EqualsToken) return "made";
  const value = skipWrappers(parent.right);
  if (ts.isNumericLiteral(value)) return value.text === "0" ? "none" : "made";
  return "possible";
}

/** `new Array(n)`, `Array(n)` */
function isBlankArray(
  { checker, types }: HoleSources,
  node: ts.NewExpression | ts.CallExpression,
): boolean {
  const { expression } = node;
  if (!ts.isIdentifier(expression) || expression.text !== "Array") return false;
  const symbol = checker.getSymbolAtLocation(expression);
  if (!symbol || libraryKey(symbol) !== "Array" || node.arguments?.length !== 1) return false;
  const [length] = node.arguments;
  return length!.getText() !== "0" && types.mayBe(checker.getTypeAtLocation(length!), "number");
}

/** `new Array(n).fill(v)`, `[...Array(n).keys()]` */
function isFilledAtOnce(node: ts.Expression): boolean {
  const parent = outerParent(node);
  if (!ts.isPropertyAccessExpression(parent)) return false;
  if (parent.name.text === "keys") return true;
  const call = parent.parent;
  return parent.name.text === "fill" && ts.isCallExpression(call) && call.arguments.length === 1;
}

const copying: ReadonlySet<string> = new Set([
  "Array.concat",
  "Array.map",
  "Array.slice",
  "Array.splice",
  "structuredClone",
]);

/** The arrays whose holes are holes of the result too. */
function keptHoles(
  { checker }: HoleSources,
  call: ts.CallExpression,
): readonly [from: ts.Expression, to: ts.Expression][] {
  const callee = skipWrappers(call.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  const symbol = checker.getSymbolAtLocation(name);
  const key = symbol && libraryKey(symbol);
  if (key === undefined || !copying.has(key)) return [];
  const from = [
    ...(ts.isPropertyAccessExpression(callee) ? [callee.expression] : []),
    ...(key === "Array.concat" || key === "structuredClone" ? call.arguments : []),
  ];
  return from.map((array) => [array, call]);
}
