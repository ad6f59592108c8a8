import { ts } from "ts-morph";
import { allocationInHardInterrupt as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { boardNameOf } from "../../facts/contexts/boardNames.ts";
import type { Call } from "../../facts/contexts/callGraph.ts";
import { isFunctionUnit, nodesOf } from "../../facts/contexts/units.ts";
import type { Facts } from "../../facts/facts.ts";
import { outerParent, skipWrappers } from "../../facts/syntax.ts";
import { allocatingMethods, allocatingResult, floatFunctions } from "./allocatingCalls.ts";
import { type ConcurrentProgram, quoted, type Rule } from "./concurrentProgram.ts";

interface Allocation {
  readonly what: string;
  readonly instead: string;
}

const before = "Make it once outside of the interrupt, and change it in place here.";
const scaled = "Compute with integers: scale the values, and divide with `Math.floor`.";
const later = "Put the numbers on a ThreadSafeQueue, and make the text in a task.";
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
  if (ts.isBinaryExpression(node)) return ofOperator(program, node);
  if (ts.isPropertyAccessExpression(node)) return ofMethodValue(program, node);
  return undefined;
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
  // `[a, b] = [b, a]` swaps in place.
  if (ts.isBinaryExpression(parent) && ts.isArrayLiteralExpression(skipWrappers(parent.left))) {
    return undefined;
  }
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

function ofOperator(
  { facts }: ConcurrentProgram,
  node: ts.BinaryExpression,
): Allocation | undefined {
  const kind = node.operatorToken.kind;
  if (isText(facts.checker, node) && isPlus(kind)) {
    return { what: `The text ${quoted(node)}`, instead: later };
  }
  if (!isArithmetic(kind) || isRounded(node)) return undefined;
  const outer = outerParent(node);
  // The whole computation is reported once.
  if (ts.isBinaryExpression(outer) && isFloatOperation(facts, outer)) return undefined;
  return isFloatOperation(facts, node)
    ? { what: `The float ${quoted(node)}`, instead: scaled }
    : undefined;
}

function isFloatOperation({ numbers }: Facts, node: ts.BinaryExpression): boolean {
  const { float, int } = numbers.of(node);
  return isArithmetic(node.operatorToken.kind) && float && !int;
}

function isText(checker: ts.TypeChecker, node: ts.Expression): boolean {
  return (checker.getTypeAtLocation(node).flags & ts.TypeFlags.StringLike) !== 0;
}

function isPlus(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.PlusEqualsToken;
}

function isArithmetic(kind: ts.SyntaxKind): boolean {
  switch (kind) {
    case ts.SyntaxKind.PlusToken:
    case ts.SyntaxKind.MinusToken:
    case ts.SyntaxKind.AsteriskToken:
    case ts.SyntaxKind.SlashToken:
    case ts.SyntaxKind.PercentToken:
    case ts.SyntaxKind.AsteriskAsteriskToken:
    case ts.SyntaxKind.PlusEqualsToken:
    case ts.SyntaxKind.MinusEqualsToken:
    case ts.SyntaxKind.AsteriskEqualsToken:
    case ts.SyntaxKind.SlashEqualsToken:
      return true;
    default:
      return false;
  }
}

/** `Math.floor(a / b)` and `(a / b) | 0` are whole divisions. */
function isRounded(node: ts.BinaryExpression): boolean {
  const parent = outerParent(node);
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    return kind === ts.SyntaxKind.BarToken || kind === ts.SyntaxKind.GreaterThanGreaterThanToken;
  }
  return ts.isCallExpression(parent) && /^Math\.(floor|trunc)$/.test(parent.expression.getText());
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
  if (name === undefined) return undefined;
  if (floatFunctions.has(name)) return { what: callee, instead: scaled };
  if (allocatingMethods.has(name)) return { what: callee, instead: before };
  const result = allocatingResult(facts, node, name);
  return result ? { what: `${callee}, which gives ${result},`, instead: before } : undefined;
}
