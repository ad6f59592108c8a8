import { ts } from "ts-morph";
import { changedAfterPut as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { nodesOf, type Unit } from "../../facts/contexts/units.ts";
import { outerParent, skipWrappers } from "../../facts/syntax.ts";
import { type ConcurrentProgram, quoted, type Rule } from "./concurrentProgram.ts";

const puts: ReadonlySet<string> = new Set([
  "threadsafe.ThreadSafeQueue.put_sync",
  "threadsafe.ThreadSafeQueue.put",
  "threadsafe.Message.set",
]);

/** The queue holds the object itself, no copy: what is put there belongs to the other side. */
export const changedAfterPut: Rule = (program) => {
  for (const { name, node, unit } of program.graph.calls) {
    const value = node.arguments?.[0] && skipWrappers(node.arguments[0]);
    if (!puts.has(name ?? "") || !value || !ts.isIdentifier(value)) continue;
    const change = changeAfter(program, value, node, unit);
    if (change) program.report(change, problem(quoted(value)));
  }
};

function changeAfter(
  { facts }: ConcurrentProgram,
  value: ts.Identifier,
  put: ts.Node,
  unit: Unit,
): ts.Node | undefined {
  const binding = facts.bindings.at(value);
  if (!binding || !ts.isVariableDeclaration(binding.declaration)) return undefined;
  const loop = loopAround(put, unit, binding.declaration);
  const region = loop ?? unit;
  const inRegion = (node: ts.Node) => region.pos <= node.pos && node.end <= region.end;
  // A variable that is given a new object for each turn is another matter.
  if (binding.writes.some((write) => inRegion(write))) return undefined;
  for (const node of nodesOf(unit)) {
    if (!ts.isIdentifier(node) || !binding.references.includes(node)) continue;
    const isLater = node.pos > put.end;
    if ((isLater || (loop && inRegion(node))) && isChange(node)) return node;
  }
  return undefined;
}

/** The innermost loop around a put that does not make the variable anew in each turn. */
function loopAround(put: ts.Node, unit: Unit, declaration: ts.Node): ts.Node | undefined {
  for (let current = put.parent; current && current !== unit; current = current.parent) {
    const contains = current.pos <= declaration.pos && declaration.end <= current.end;
    if (contains) return undefined;
    if (ts.isIterationStatement(current, false)) return current;
  }
  return undefined;
}

const changing =
  /^(push|pop|shift|unshift|splice|fill|set|add|delete|clear|sort|reverse|append|extend)$/;
const filling = /^(readinto|readfrom_into|readfrom_mem_into|recv_into|readinto|pack_into)$/;

/** `list[0] = x`, `o.x = y`, `list.push(x)`, `port.readinto(list)` */
function isChange(node: ts.Identifier): boolean {
  const parent = outerParent(node);
  if (ts.isCallExpression(parent) && parent.arguments.some((a) => skipWrappers(a) === node)) {
    const callee = parent.expression;
    return ts.isPropertyAccessExpression(callee) && filling.test(callee.name.text);
  }
  const isInside =
    (ts.isElementAccessExpression(parent) || ts.isPropertyAccessExpression(parent)) &&
    skipWrappers(parent.expression) === node;
  if (!isInside) return false;
  const outer = outerParent(parent);
  if (ts.isBinaryExpression(outer) && skipWrappers(outer.left) === parent) {
    const kind = outer.operatorToken.kind;
    return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
  }
  if (ts.isPostfixUnaryExpression(outer)) return true;
  return (
    ts.isCallExpression(outer) &&
    outer.expression === parent &&
    ts.isPropertyAccessExpression(parent) &&
    changing.test(parent.name.text)
  );
}
