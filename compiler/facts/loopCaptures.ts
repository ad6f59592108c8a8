import { ts } from "ts-morph";
import type { Binding, BindingFacts } from "./bindings.ts";
import { type Loop, loopBodyOf, type ScopeNode } from "./scopes.ts";
import { isLibrarySymbol } from "./typeFacts.ts";

/**
 * How a closure keeps a variable that every turn of a loop makes afresh. Python has one variable for
 * all turns, so the closure takes the value of its turn along (`value`), or the variable lives in a
 * one-element list that every turn makes (`box`), where it is assigned after the closure is made.
 */
export type LoopCapture = "value" | "box";

/** How a variable must be kept, undefined where no closure outlives a turn. */
export function loopCaptureOf(checker: ts.TypeChecker, binding: Binding): LoopCapture | undefined {
  const { loop } = binding;
  if (!loop) return undefined;
  const kept = keptCaptures(checker, binding);
  if (kept.length === 0) return undefined;
  const isAssignedLater = binding.writes.some(
    (write) => !isInLoopHead(write, loop) || isInFunctionOf(write, loop),
  );
  const isUsedEarly = kept.some(([closure]) => closure!.pos < binding.declaration.end);
  // `for (let i = 0; ...; fs.push(() => i), i++)`: the head goes on changing what the closure sees.
  const isMadeInHead =
    ts.isForStatement(loop) && kept.some(([closure]) => isInLoopHead(closure!, loop));
  return isAssignedLater ||
    isMadeInHead ||
    (isUsedEarly && !isInLoopHead(binding.declaration, loop))
    ? "box"
    : "value";
}

/** The captures of a variable by closures that may run after the turn in which they are made. */
function keptCaptures(
  checker: ts.TypeChecker,
  binding: Binding,
): readonly (readonly ScopeNode[])[] {
  return binding.captures.filter((functions) =>
    functions.some((closure) => !isCalledAtOnce(checker, closure)),
  );
}

/** The variables of the current scope that a closure has to take along. */
export function capturedLoopVariables(
  checker: ts.TypeChecker,
  bindings: BindingFacts,
  closure: ScopeNode,
  current: ScopeNode,
): readonly Binding[] {
  return [...bindings.mentionedIn(closure)].filter(
    (binding) =>
      binding.scope === current &&
      loopCaptureOf(checker, binding) !== undefined &&
      keptCaptures(checker, binding).some(([outermost]) => outermost === closure),
  );
}

/** Is a function only called while its expression is evaluated: given to `map`, `sort`, ..., or called in place? */
export function isCalledAtOnce(checker: ts.TypeChecker, closure: ScopeNode): boolean {
  if (!ts.isArrowFunction(closure) && !ts.isFunctionExpression(closure)) return false;
  if (closure.asteriskToken || isAsync(closure)) return false;
  let node: ts.Node = closure;
  while (ts.isParenthesizedExpression(node.parent)) node = node.parent;
  const call = node.parent;
  if (!ts.isCallExpression(call)) return false;
  if (call.expression === node) return true;
  if (!ts.isPropertyAccessExpression(call.expression)) return false;
  if (!callsAtOnce.has(call.expression.name.text)) return false;
  const symbol = checker.getSymbolAtLocation(call.expression.name);
  const owner = symbol?.valueDeclaration?.parent;
  return (
    symbol !== undefined &&
    isLibrarySymbol(symbol) &&
    owner !== undefined &&
    ts.isInterfaceDeclaration(owner) &&
    /^(Readonly)?(Array|Map|Set|String)$|Array$|^(Array|Object|Map)Constructor$/.test(
      owner.name.text,
    )
  );
}

/** Built-in methods that call their function before they return, and do not keep it. */
const callsAtOnce: ReadonlySet<string> = new Set([
  "map",
  "filter",
  "forEach",
  "reduce",
  "reduceRight",
  "some",
  "every",
  "find",
  "findIndex",
  "findLast",
  "findLastIndex",
  "flatMap",
  "sort",
  "toSorted",
  "from",
  "replace",
  "replaceAll",
  "groupBy",
]);

function isAsync(node: ts.FunctionLikeDeclaration): boolean {
  return node.modifiers?.some((m) => m.kind === ts.SyntaxKind.AsyncKeyword) ?? false;
}

/** Is a node in a function that is made in a loop? */
function isInFunctionOf(node: ts.Node, loop: Loop): boolean {
  for (let around = node.parent; around !== loop; around = around.parent) {
    if (ts.isFunctionLike(around)) return true;
    if (ts.isSourceFile(around)) return false;
  }
  return false;
}

/** Is a node in the parentheses of a loop, not in its body? */
function isInLoopHead(node: ts.Node, loop: Loop): boolean {
  const body = loopBodyOf(loop);
  return node.end <= body.pos || node.pos >= body.end;
}
