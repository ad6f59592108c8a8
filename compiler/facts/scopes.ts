import { ts } from "ts-morph";
import type { InlinedCallback, InlinedCallbacks } from "./inlinedCallbacks.ts";
import { hasModifier } from "./syntax.ts";

/**
 * What becomes a Python scope of its own: a module, a function-like node, or a class without
 * constructor, whose field initialisers run in an `__init__` that is made for them.
 */
export type ScopeNode =
  | ts.SourceFile
  | ts.ClassDeclaration
  | ts.ClassExpression
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration
  | ts.GetAccessorDeclaration
  | ts.SetAccessorDeclaration
  | ts.ClassStaticBlockDeclaration;

export function isScopeNode(node: ts.Node): node is ScopeNode {
  switch (node.kind) {
    case ts.SyntaxKind.SourceFile:
    case ts.SyntaxKind.FunctionDeclaration:
    case ts.SyntaxKind.FunctionExpression:
    case ts.SyntaxKind.ArrowFunction:
    case ts.SyntaxKind.MethodDeclaration:
    case ts.SyntaxKind.Constructor:
    case ts.SyntaxKind.GetAccessor:
    case ts.SyntaxKind.SetAccessor:
    case ts.SyntaxKind.ClassStaticBlockDeclaration:
      return true;
    default:
      return false;
  }
}

/**
 * The scope whose code a node belongs to. An instance field initialiser belongs to its class's
 * constructor, or, where there is none, to the class itself. A function that is lowered in place is
 * no scope: its code belongs to the function around it.
 */
export function scopeOf(node: ts.Node, inlined: InlinedCallbacks): ScopeNode {
  let current = node.parent;
  let child = node;
  while (!isScopeNode(current) || inlined.has(current)) {
    if (isInstanceField(current) && current.initializer === child) return fieldScope(current);
    child = current;
    current = current.parent;
  }
  // A parameter's decorator, a computed name: evaluated outside the function itself.
  if (!ts.isSourceFile(current) && "name" in current && current.name === child) {
    return scopeOf(current, inlined);
  }
  return current;
}

function isInstanceField(node: ts.Node): node is ts.PropertyDeclaration {
  return ts.isPropertyDeclaration(node) && !hasModifier(node, ts.SyntaxKind.StaticKeyword);
}

/** The function that initialises a field. */
function fieldScope(field: ts.PropertyDeclaration): ScopeNode {
  const { parent } = field;
  return constructorOf(parent) ?? parent;
}

function constructorOf(node: ts.ClassLikeDeclaration): ts.ConstructorDeclaration | undefined {
  return node.members.find(
    (member): member is ts.ConstructorDeclaration =>
      ts.isConstructorDeclaration(member) && member.body !== undefined,
  );
}

export type Loop =
  | ts.ForStatement
  | ts.ForOfStatement
  | ts.ForInStatement
  | ts.WhileStatement
  | ts.DoStatement
  | InlinedCallback;

/** What a loop repeats. */
export function loopBodyOf(loop: Loop): ts.Node {
  return ts.isArrowFunction(loop) || ts.isFunctionExpression(loop) ? loop.body : loop.statement;
}

/** The innermost loop around a node inside its own scope. */
export function enclosingLoop(node: ts.Node, inlined: InlinedCallbacks): Loop | undefined {
  for (let current = node.parent; ; current = current.parent) {
    // Only function literals are lowered in place.
    if (inlined.has(current)) return current as InlinedCallback;
    if (isScopeNode(current) || ts.isPropertyDeclaration(current)) return undefined;
    if (ts.isIterationStatement(current, false)) return current as Loop;
  }
}
