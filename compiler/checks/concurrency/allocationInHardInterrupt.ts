import { ts } from "ts-morph";
import { allocationInHardInterrupt as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { boardNameOf } from "../../facts/contexts/boardNames.ts";
import type { Call } from "../../facts/contexts/callGraph.ts";
import { isLockType } from "../../facts/contexts/lockRegions.ts";
import { isFunctionUnit, nodesOf, type Unit } from "../../facts/contexts/units.ts";
import type { Facts } from "../../facts/facts.ts";
import { outerParent, skipWrappers } from "../../facts/syntax.ts";
import { allocatingResult, floatFunctions, isAllocatingLibrary } from "./allocatingCalls.ts";
import { madeBy } from "./allocatingOperators.ts";
import { mayGrow } from "./collectionWithoutLock.ts";
import { type ConcurrentProgram, quoted, type Rule } from "./concurrentProgram.ts";

interface Allocation {
  readonly what: string;
  readonly instead: string;
}

const before = "Make it once outside of the interrupt, and change it in place here.";
const scaled = "Compute with integers: scale the values, and divide with `Math.floor`.";
const later = "Put the numbers on a ThreadSafeQueue, and make the text in a task.";
const narrow = "Keep to numbers below 2 ** 30: mask them, `x & 0xffff`, before they are shifted.";
const bound = "Keep it in a variable or field that is set before the interrupt.";

/**
 * A hard interrupt comes between two machine instructions, perhaps in the middle of the garbage
 * collector: the heap is locked, and what needs memory raises MemoryError.
 */
export const allocationInHardInterrupt: Rule = (program) => {
  const { contexts, graph, report } = program;
  for (const unit of graph.units) {
    if (!contexts.of(unit).has("hard-isr")) continue;
    const calls = new Map(graph.callsOf(unit).map((call) => [call.node as ts.Node, call]));
    for (const node of nodesOf(unit)) {
      if (node === unit) continue;
      const call = calls.get(node);
      const found = call ? ofCall(program, call) : ofNode(program, node);
      if (found) report(node, problem(found.what, found.instead));
    }
  }
};

function ofNode(program: ConcurrentProgram, node: ts.Node): Allocation | undefined {
  if (ts.isObjectLiteralExpression(node)) {
    return isKeywords(program, node) ? undefined : { what: "An object", instead: before };
  }
  if (ts.isArrayLiteralExpression(node)) return ofArray(program, node);
  if (ts.isTemplateExpression(node)) return { what: `The text ${quoted(node)}`, instead: later };
  if (isFunctionUnit(node)) return ofFunction(program, node);
  if (ts.isVariableDeclarationList(node)) return ofUsing(program, node);
  if (ts.isRegularExpressionLiteral(node))
    return { what: `The pattern ${quoted(node)}`, instead: before };
  if (ts.isArrayBindingPattern(node) && node.elements.some(isRest)) {
    return { what: `The rest of ${quoted(node)}`, instead: before };
  }
  if (ts.isBinaryExpression(node)) return ofNewKey(program, node) ?? ofOperator(program, node);
  if (
    ts.isPrefixUnaryExpression(node) ||
    ts.isPostfixUnaryExpression(node) ||
    ts.isElementAccessExpression(node)
  ) {
    return ofOperator(program, node);
  }
  if (ts.isPropertyAccessExpression(node)) return ofMethodValue(program, node);
  return undefined;
}

function isRest(element: ts.ArrayBindingElement): boolean {
  return ts.isBindingElement(element) && element.dotDotDotToken !== undefined;
}

/** `{ freq: 1 }` of a call of a stub is written as keyword arguments. */
function isKeywords({ facts }: ConcurrentProgram, node: ts.ObjectLiteralExpression): boolean {
  const { parent } = node;
  const isArgument = ts.isCallExpression(parent) || ts.isNewExpression(parent);
  return isArgument && boardNameOf(facts.checker, parent.expression) !== undefined;
}

function ofArray(
  { facts }: ConcurrentProgram,
  node: ts.ArrayLiteralExpression,
): Allocation | undefined {
  const parent = outerParent(node);
  // `[a, b] = [b, a]` swaps in place, up to three of them.
  const isSwap =
    ts.isBinaryExpression(parent) && ts.isArrayLiteralExpression(skipWrappers(parent.left));
  if (isSwap && node.elements.length < 4) return undefined;
  if (isSwap && skipWrappers(parent.left) === node) return undefined;
  const isArgument = ts.isCallExpression(parent);
  if (isArgument && boardNameOf(facts.checker, parent.expression)) return undefined;
  return { what: "An array", instead: before };
}

function ofFunction({ facts }: ConcurrentProgram, node: ts.Node): Allocation | undefined {
  if (ts.isMethodDeclaration(node) || ts.isAccessor(node)) return undefined;
  // Not a function on the board: the body of a loop.
  if ((ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && facts.inlined.has(node)) {
    return undefined;
  }
  return { what: "A function that is made here", instead: bound };
}

function ofOperator({ facts }: ConcurrentProgram, node: ts.Expression): Allocation | undefined {
  switch (madeBy(facts, node)) {
    case "text":
      return { what: `The text ${quoted(node)}`, instead: later };
    case "float":
      return { what: `The float ${quoted(node)}`, instead: scaled };
    case "bigint":
      return { what: `The bigint ${quoted(node)}`, instead: scaled };
    case "wide":
      return { what: `${quoted(node)}, which may need more than 31 bits,`, instead: narrow };
    default:
      return undefined;
  }
}

/** `counts[name] = 1` of a new name makes a dict grow. */
function ofNewKey(
  { facts, graph }: ConcurrentProgram,
  node: ts.BinaryExpression,
): Allocation | undefined {
  const left = skipWrappers(node.left);
  if (
    node.operatorToken.kind !== ts.SyntaxKind.EqualsToken ||
    !ts.isElementAccessExpression(left)
  ) {
    return undefined;
  }
  if (!mayGrow(facts.checker, left, graph.values.objectsOf(left.expression))) return undefined;
  return { what: `The key of ${quoted(left)}, which may be new,`, instead: before };
}

/** `using port = open();` is a `with`, which takes memory; that of a lock is reported as a wait. */
function ofUsing(
  { facts }: ConcurrentProgram,
  node: ts.VariableDeclarationList,
): Allocation | undefined {
  if ((node.flags & ts.NodeFlags.BlockScoped) !== ts.NodeFlags.Using) return undefined;
  const { initializer } = node.declarations[0]!;
  if (initializer && isLockType(facts.checker.getTypeAtLocation(initializer))) return undefined;
  return { what: "`using`", instead: "Call what it does at the end in a `finally`." };
}

/** `schedule(this.work, 0)`: Python makes an object of method and `this`. */
function ofMethodValue(
  { facts }: ConcurrentProgram,
  node: ts.PropertyAccessExpression,
): Allocation | undefined {
  const parent = outerParent(node);
  if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node) {
    return undefined;
  }
  const symbol = facts.checker.getSymbolAtLocation(node.name);
  const method = symbol?.declarations?.find(ts.isMethodDeclaration);
  return method ? { what: `The method ${quoted(node)} as a value`, instead: bound } : undefined;
}

function ofCall({ facts }: ConcurrentProgram, call: Call): Allocation | undefined {
  const { node, name, callees } = call;
  if (ts.isNewExpression(node)) {
    // Python has room for one error of its own.
    const isThrown = ts.isThrowStatement(node.parent) && name !== undefined;
    return isThrown ? undefined : { what: `\`new ${node.expression.getText()}\``, instead: before };
  }
  const callee = `\`${node.expression.getText()}()\``;
  if (
    callees.some((unit) => isFunctionUnit(unit) && "asteriskToken" in unit && unit.asteriskToken)
  ) {
    return { what: `The generator ${callee}`, instead: before };
  }
  if (node.arguments.some(ts.isSpreadElement)) return { what: "A spread", instead: before };
  if (callees.some((unit) => takesRest(unit, node.arguments.length))) {
    return { what: `${callee}, which takes any number of arguments,`, instead: before };
  }
  if (name === undefined) return undefined;
  if (floatFunctions.has(name)) return { what: callee, instead: scaled };
  if (isAllocatingLibrary(name) && !isLoopHere(facts, node))
    return { what: callee, instead: before };
  const result = allocatingResult(facts, node, name);
  return result ? { what: `${callee}, which gives ${result},`, instead: before } : undefined;
}

function takesRest(unit: Unit, given: number): boolean {
  if (!ts.isFunctionLike(unit)) return false;
  const last = unit.parameters.at(-1);
  return last?.dotDotDotToken !== undefined && given >= unit.parameters.length;
}

/** `list.some((x) => x > 3)` with a function that is lowered in place is a loop, and makes no list. */
function isLoopHere({ checker, inlined }: Facts, node: ts.CallExpression): boolean {
  const callback = node.arguments[0] && skipWrappers(node.arguments[0]);
  if (!callback || !inlined.has(callback)) return false;
  const type = checker.getTypeAtLocation(node);
  return !checker.isArrayType(type);
}
