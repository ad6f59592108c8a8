import { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import * as py from "../../python/py.ts";
import { enclosingClass } from "../classes/enclosingClass.ts";
import type { Lowering } from "../lowering.ts";

/** `super.name` is `super().name`; in a closure Python needs to be told of which class: `super(B, self).name`. */
export function superAttribute(ctx: Lowering, node: ts.Node, name: string): py.Attribute {
  const self = ctx.scope.self;
  const args = isDirectlyInMethod(ctx) || !self ? [] : [classReference(ctx, node), self];
  return py.attribute(py.call(py.name("super"), args), name);
}

/** The class whose method the code at hand is part of, by its name. */
function classReference(ctx: Lowering, node: ts.Node): py.Expression {
  const name = enclosingClass(node)?.node.name;
  const symbol = name && ctx.checker.getSymbolAtLocation(name);
  const binding = symbol && ctx.facts.bindings.of(symbol);
  return binding
    ? py.name(ctx.nameOf(binding))
    : ctx.refuse(node, notInTheSubset("`super` in a function inside of a class without a name"));
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
    return py.call(superAttribute(ctx, node, method), args);
  }
  const self = ctx.scope.self;
  return py.callMethod(base(), method, self && !isInStatic(node) ? [self, ...args] : args);
}

function isInStatic(node: ts.Node): boolean {
  return enclosingClass(node)?.isStatic ?? false;
}
