import { ts } from "ts-morph";
import { changedAfterPut as problem } from "../../diagnostics/catalogue/concurrency.ts";
import type { Call } from "../../facts/contexts/callGraph.ts";
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
  for (const call of program.graph.calls) {
    const value = call.node.arguments?.[0] && skipWrappers(call.node.arguments[0]);
    if (!puts.has(call.name ?? "") || !value) continue;
    const change = changeAfter(program, value, call);
    if (change) program.report(change, problem(quoted(value)));
  }
};

function changeAfter(
  program: ConcurrentProgram,
  value: ts.Expression,
  { node: put, unit }: Call,
): ts.Node | undefined {
  const made = placeOf(program, value);
  if (!made) return undefined;
  const loop = loopAround(put, unit, made.declaration);
  const region = loop ?? unit;
  const inRegion = (node: ts.Node) => region.pos <= node.pos && node.end <= region.end;
  const texts = new Set([
    value.getText(),
    ...(made.declaration ? aliasesOf(value.getText(), unit) : []),
  ]);
  let change: ts.Node | undefined;
  for (const node of nodesOf(unit)) {
    if (!isPlace(node) || !texts.has(node.getText())) continue;
    // What is given a new object for each turn is another matter.
    if (inRegion(node) && isReplaced(node)) return undefined;
    const isAnother = node !== value && (node.pos > put.end || (loop && inRegion(node)));
    if (isAnother && isChange(program, node, unit)) change ??= node;
  }
  return change;
}

function isPlace(node: ts.Node): node is ts.Identifier | ts.PropertyAccessExpression {
  if (ts.isPropertyAccessExpression(node)) return true;
  return ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node.parent) ? true : isRoot(node);
}

function isRoot(node: ts.Node): node is ts.Identifier {
  return (
    ts.isIdentifier(node) &&
    ts.isPropertyAccessExpression(node.parent) &&
    node.parent.expression === node
  );
}

/** A variable with its declaration, or a field, which is made once for all turns. */
function placeOf(
  { facts }: ConcurrentProgram,
  value: ts.Expression,
): { readonly declaration: ts.Node | undefined } | undefined {
  if (ts.isIdentifier(value)) {
    const declaration = facts.bindings.at(value)?.declaration;
    return declaration && ts.isVariableDeclaration(declaration) ? { declaration } : undefined;
  }
  if (!ts.isPropertyAccessExpression(value)) return undefined;
  const root = skipWrappers(value.expression);
  if (root.kind === ts.SyntaxKind.ThisKeyword) return { declaration: undefined };
  return ts.isIdentifier(root) ? placeOf({ facts } as ConcurrentProgram, root) : undefined;
}

/** `const b = a;` */
function aliasesOf(text: string, unit: Unit): readonly string[] {
  const found: string[] = [];
  for (const node of nodesOf(unit)) {
    if (!ts.isVariableDeclaration(node) || !node.initializer || !ts.isIdentifier(node.name))
      continue;
    const initializer = skipWrappers(node.initializer);
    if (initializer.getText() === text) found.push(node.name.text);
    else if (node.name.text === text && ts.isIdentifier(initializer)) found.push(initializer.text);
  }
  return found;
}

/** The innermost loop around a put that does not make the variable anew in each turn. */
function loopAround(
  put: ts.Node,
  unit: Unit,
  declaration: ts.Node | undefined,
): ts.Node | undefined {
  for (let current = put.parent; current && current !== unit; current = current.parent) {
    const isMadeInside =
      declaration && current.pos <= declaration.pos && declaration.end <= current.end;
    if (isMadeInside) return undefined;
    if (ts.isIterationStatement(current, false)) return current;
  }
  return undefined;
}

const changing =
  /^(push|pop|shift|unshift|splice|fill|set|add|delete|clear|sort|reverse|append|extend)$/;
const filling = /^(readinto|readfrom_into|readfrom_mem_into|recv_into|readinto|pack_into)$/;

/** `list[0] = x`, `o.x = y`, `list.push(x)`, `port.readinto(list)`, `fill(list)` */
function isChange(program: ConcurrentProgram, node: ts.Expression, unit: Unit): boolean {
  const parent = outerParent(node);
  if (ts.isCallExpression(parent)) {
    const at = parent.arguments.findIndex((a) => skipWrappers(a) === node);
    return at >= 0 && (isFilling(parent) || isChangedBy(program, parent, at, unit));
  }
  return isChangedHere(node);
}

function isFilling({ expression }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && filling.test(expression.name.text);
}

/** Does a function of the program change what it is given? */
function isChangedBy(
  { graph }: ConcurrentProgram,
  call: ts.CallExpression,
  at: number,
  unit: Unit,
): boolean {
  const callees = graph.callsOf(unit).find(({ node }) => node === call)?.callees ?? [];
  return callees.some((callee) => {
    const name = ts.isFunctionLike(callee) ? callee.parameters[at]?.name.getText() : undefined;
    if (name === undefined) return false;
    return [...nodesOf(callee)].some(
      (node) => ts.isIdentifier(node) && node.text === name && isChangedHere(node),
    );
  });
}

function isChangedHere(node: ts.Expression): boolean {
  const parent = outerParent(node);
  const isInside =
    (ts.isElementAccessExpression(parent) || ts.isPropertyAccessExpression(parent)) &&
    skipWrappers(parent.expression) === node;
  if (!isInside) return false;
  const outer = outerParent(parent);
  if (ts.isBinaryExpression(outer) && skipWrappers(outer.left) === parent)
    return isAssigning(outer);
  if (ts.isPostfixUnaryExpression(outer)) return true;
  return (
    ts.isCallExpression(outer) &&
    outer.expression === parent &&
    ts.isPropertyAccessExpression(parent) &&
    changing.test(parent.name.text)
  );
}

function isReplaced(node: ts.Node): boolean {
  const parent = outerParent(node);
  return ts.isBinaryExpression(parent) && skipWrappers(parent.left) === node && isAssigning(parent);
}

function isAssigning({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}
