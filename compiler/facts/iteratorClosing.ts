import { ts } from "ts-morph";

/**
 * Can anybody see that an iterator is ended early? Python never ends a generator that a loop leaves,
 * so such loops end theirs explicitly, but only in programs that have a generator with `finally` or
 * `using`, or an iterator with a `return` method.
 */
export function closesIterators(sourceFiles: readonly ts.SourceFile[]): boolean {
  let found = false;
  const visit = (node: ts.Node, inGenerator: boolean): void => {
    if (found) return;
    if (inGenerator && ts.isTryStatement(node) && node.finallyBlock) found = true;
    if (inGenerator && ts.isVariableDeclarationList(node) && node.flags & ts.NodeFlags.Using) {
      found ||= (node.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using;
    }
    if (isProperty(node) && node.name?.getText() === "return") found = true;
    const entersGenerator = ts.isFunctionLike(node) ? isGenerator(node) : inGenerator;
    ts.forEachChild(node, (child) => visit(child, entersGenerator));
  };
  for (const file of sourceFiles) visit(file, false);
  return found;
}

/** A method, or what may hold a function. */
function isProperty(node: ts.Node): node is ts.ClassElement | ts.ObjectLiteralElementLike {
  return (
    ts.isMethodDeclaration(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node)
  );
}

function isGenerator(node: ts.SignatureDeclaration): boolean {
  return "asteriskToken" in node && node.asteriskToken !== undefined;
}
