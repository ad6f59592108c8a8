import { ts } from "ts-morph";
import { hasModifier } from "../syntax.ts";

/**
 * A piece of code that runs as a whole: a module, a function with a body, or a class without a
 * constructor, for its field initialisers.
 */
export type Unit = ts.SourceFile | FunctionUnit | ts.ClassLikeDeclaration;

export type FunctionUnit = ts.FunctionLikeDeclaration | ts.ClassStaticBlockDeclaration;

export function isFunctionUnit(node: ts.Node): node is FunctionUnit {
  return (
    ts.isClassStaticBlockDeclaration(node) ||
    (ts.isFunctionLike(node) && "body" in node && node.body !== undefined)
  );
}

/** The unit that runs a node. A parameter's default runs with its function. */
export function unitOf(node: ts.Node): Unit {
  let child = node;
  let current = node.parent;
  while (!ts.isSourceFile(current) && !isFunctionUnit(current)) {
    if (isInstanceField(current) && current.initializer === child) {
      return constructorOf(current.parent);
    }
    child = current;
    current = current.parent;
  }
  const isName = !ts.isSourceFile(current) && "name" in current && current.name === child;
  return isName ? unitOf(current) : current;
}

function isInstanceField(node: ts.Node): node is ts.PropertyDeclaration {
  return ts.isPropertyDeclaration(node) && !hasModifier(node, ts.SyntaxKind.StaticKeyword);
}

/** What `new` runs of a class itself: its constructor, or the class for its fields alone. */
export function constructorOf(node: ts.ClassLikeDeclaration): Unit {
  const found = node.members.find((m) => ts.isConstructorDeclaration(m) && m.body !== undefined);
  return (found as ts.ConstructorDeclaration | undefined) ?? node;
}

/** Does a unit run as a coroutine of its own, whoever calls it? */
export function isAsync(unit: Unit): boolean {
  return isFunctionUnit(unit) && hasModifier(unit, ts.SyntaxKind.AsyncKeyword);
}

/** The nodes that a unit runs itself, functions and classes inside it left out, in source order. */
export function* nodesOf(unit: Unit): Generator<ts.Node> {
  if (ts.isClassLike(unit)) {
    for (const member of unit.members) {
      if (isInstanceField(member) && member.initializer) yield* within(member.initializer);
    }
    return;
  }
  if (ts.isConstructorDeclaration(unit)) {
    for (const member of unit.parent.members) {
      if (isInstanceField(member) && member.initializer) yield* within(member.initializer);
    }
  }
  for (const part of partsOf(unit)) yield* within(part);
}

function partsOf(unit: ts.SourceFile | FunctionUnit): readonly ts.Node[] {
  if (ts.isSourceFile(unit)) return unit.statements;
  if (ts.isClassStaticBlockDeclaration(unit)) return [unit.body];
  const { body } = unit;
  return body ? [...unit.parameters, body] : unit.parameters;
}

function* within(node: ts.Node): Generator<ts.Node> {
  yield node;
  if (isFunctionUnit(node)) return;
  if (isInstanceField(node)) return;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* within(child);
}

/** How a unit is called in a message. */
export function unitName(unit: Unit): string {
  if (ts.isSourceFile(unit)) return "the module";
  if (ts.isConstructorDeclaration(unit)) return unitName(unit.parent);
  if ("name" in unit && unit.name) return `\`${unit.name.getText()}\``;
  const { parent } = unit;
  if ((ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) && parent.name) {
    return `\`${parent.name.getText()}\``;
  }
  return "this function";
}
