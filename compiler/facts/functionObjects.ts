import { ts } from "ts-morph";
import { isWritten } from "./bindings.ts";
import { outerParent, skipWrappers } from "./syntax.ts";
import { isLibrarySymbol } from "./typeFacts.ts";

/** Functions that get properties of their own: `count.calls = 0`, `((x) => x) as Counter`. */
export interface FunctionObjects {
  /** Must this function be an object that can be called? */
  has(node: ts.SignatureDeclaration): boolean;
}

export function createFunctionObjects(
  checker: ts.TypeChecker,
  sourceFiles: readonly ts.SourceFile[],
): FunctionObjects {
  let found: Set<ts.Node> | undefined;
  return {
    has(node) {
      if (!found) {
        found = new Set();
        for (const file of sourceFiles) collect(file, found);
      }
      return found.has(node);
    },
  };

  function collect(node: ts.Node, into: Set<ts.Node>): void {
    const owner = ownerOfWrite(node) ?? filledObject(node);
    if (owner) add(owner, into);
    else if (ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isIdentifier(node)) {
      if (isGivenProperties(node)) add(node, into);
    }
    ts.forEachChild(node, (child) => collect(child, into));
  }

  /** The functions that an expression means: a literal, or what a variable is declared with. */
  function add(node: ts.Expression, into: Set<ts.Node>): void {
    const bare = skipWrappers(node);
    if (ts.isArrowFunction(bare) || ts.isFunctionExpression(bare)) into.add(bare);
    if (!ts.isIdentifier(bare)) return;
    const symbol = checker.getSymbolAtLocation(bare);
    const target =
      symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    for (const declaration of target?.declarations ?? []) {
      if (ts.isFunctionDeclaration(declaration)) into.add(declaration);
      const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
      const literal = value && skipWrappers(value);
      if (literal && (ts.isArrowFunction(literal) || ts.isFunctionExpression(literal))) {
        into.add(literal);
      }
    }
  }

  /** Does the place of a function want one that has properties? */
  function isGivenProperties(node: ts.Expression): boolean {
    if (ts.isIdentifier(node) && !isValue(node)) return false;
    const parent = outerParent(node);
    if (
      (ts.isCallExpression(parent) || ts.isPropertyAccessExpression(parent)) &&
      parent.expression === node
    ) {
      return false;
    }
    const wanted = checker.getContextualType(node);
    if (!wanted || !hasOwnProperties(wanted)) return false;
    return checker.getTypeAtLocation(node).getCallSignatures().length > 0;
  }

  function hasOwnProperties(type: ts.Type): boolean {
    const present = checker.getNonNullableType(type);
    const members = present.isUnion() ? present.types : [present];
    return members.some(
      (member) =>
        member.getCallSignatures().length > 0 &&
        member.getConstructSignatures().length === 0 &&
        checker.getPropertiesOfType(member).some((property) => !isLibrarySymbol(property)),
    );
  }

  /** The function whose property a node writes: `f` of `f.calls = 0`. */
  function ownerOfWrite(node: ts.Node): ts.Expression | undefined {
    if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) {
      return undefined;
    }
    if (!ts.isIdentifier(skipWrappers(node.expression)) || !isWritten(node)) return undefined;
    return node.expression;
  }

  /** `Object.assign(f, ...)`, `Object.defineProperty(f, ...)` */
  function filledObject(node: ts.Node): ts.Expression | undefined {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
      return undefined;
    }
    const { expression, name } = node.expression;
    const isOfObject = ts.isIdentifier(expression) && expression.text === "Object";
    return isOfObject && /^(assign|definePropert(y|ies))$/.test(name.text)
      ? node.arguments[0]
      : undefined;
  }
}

/** Is an identifier a mentioned variable, no name of a declaration or member? */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return !("name" in parent && parent.name === node) && !ts.isTypeNode(parent);
}
