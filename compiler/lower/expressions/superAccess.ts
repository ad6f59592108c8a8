import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { enclosingClass } from "../classes/enclosingClass.ts";
import type { Lowering } from "../lowering.ts";

/** `super.name` is `super().name`. */
export function superAttribute(name: string): py.Attribute {
  return py.attribute(py.call(py.name("super")), name);
}

/** Is the code at hand directly a method's, not a closure's inside it? */
export function isDirectlyInMethod(ctx: Lowering): boolean {
  const { node } = ctx.scope;
  return (
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node) ||
    ts.isGetAccessorDeclaration(node) ||
    ts.isSetAccessorDeclaration(node)
  );
}

/** `super.method(args)`: `super().method(args)`, or `Base.method(self, args)` in a closure. */
export function callSuperMethod(
  ctx: Lowering,
  node: ts.Node,
  method: string,
  args: readonly py.Expression[],
  base: () => py.Expression,
): py.Expression {
  if (isDirectlyInMethod(ctx) && !isInStatic(node)) {
    return py.call(superAttribute(method), args);
  }
  const self = ctx.scope.self;
  return py.callMethod(base(), method, self && !isInStatic(node) ? [self, ...args] : args);
}

function isInStatic(node: ts.Node): boolean {
  return enclosingClass(node)?.isStatic ?? false;
}
