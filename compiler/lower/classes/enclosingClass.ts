import { ts } from "ts-morph";
import { hasModifier } from "../../facts/syntax.ts";

/** The class whose `this` and `super` a node sees, and whether through a static member. */
export interface EnclosingClass {
  readonly node: ts.ClassLikeDeclaration;
  readonly isStatic: boolean;
}

export function enclosingClass(node: ts.Node): EnclosingClass | undefined {
  let child = node;
  for (let current = node.parent; current && !ts.isSourceFile(current); current = current.parent) {
    if (ts.isClassLike(current)) {
      const isStatic =
        ts.isClassStaticBlockDeclaration(child) ||
        (ts.isClassElement(child) && hasModifier(child, ts.SyntaxKind.StaticKeyword));
      return { node: current, isStatic };
    }
    if (ts.isFunctionDeclaration(current) || ts.isFunctionExpression(current)) return undefined;
    child = current;
  }
  return undefined;
}
