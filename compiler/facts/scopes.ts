import { ts } from "ts-morph";

/** What becomes a Python scope of its own: a module, or a function-like node. */
export type ScopeNode =
  | ts.SourceFile
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
 * constructor (or, where there is none, to the class's surroundings as a function of its own).
 */
export function scopeOf(node: ts.Node): ScopeNode {
  let current = node.parent;
  let child = node;
  while (!isScopeNode(current)) {
    child = current;
    current = current.parent;
  }
  // A parameter's decorator, a computed name: evaluated outside the function itself.
  if (!ts.isSourceFile(current) && "name" in current && current.name === child) {
    return scopeOf(current);
  }
  return current;
}

export type Loop =
  | ts.ForStatement
  | ts.ForOfStatement
  | ts.ForInStatement
  | ts.WhileStatement
  | ts.DoStatement;

export function isLoop(node: ts.Node): node is Loop {
  return ts.isIterationStatement(node, false);
}

/** The innermost loop around a node inside its own scope. */
export function enclosingLoop(node: ts.Node): Loop | undefined {
  for (let current = node.parent; !isScopeNode(current); current = current.parent) {
    if (isLoop(current)) return current;
    if (ts.isPropertyDeclaration(current)) return undefined;
  }
  return undefined;
}
