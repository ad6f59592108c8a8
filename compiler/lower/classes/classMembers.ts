import { ts } from "ts-morph";
import { hasModifier } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import { lowerFunctionLike } from "../functions/functionLike.ts";
import type { Lowering } from "../lowering.ts";
import { originOf } from "../statements/origin.ts";
import { lowerConstructor } from "./constructor.ts";
import { specialMethodName } from "./specialMethods.ts";

/** The `def`s of a class: constructor, methods, accessors. */
export function lowerClassMembers(
  ctx: Lowering,
  node: ts.ClassLikeDeclaration,
  className: string,
): py.Statement[] {
  const body: py.Statement[] = [];
  const init = lowerConstructor(ctx, node);
  if (init) body.push(init);
  for (const member of node.members) {
    if (ts.isMethodDeclaration(member) && member.body)
      body.push(...lowerMethod(ctx, member, className));
    else if (ts.isGetAccessor(member) && member.body) body.push(lowerGetter(ctx, member));
    else if (ts.isSetAccessor(member) && member.body) body.push(...lowerSetter(ctx, member, node));
  }
  return body;
}

/** `def method(self, ...)`; `this` in a static method is the class. */
function lowerMethod(ctx: Lowering, node: ts.MethodDeclaration, className: string): py.Statement[] {
  const isStatic = hasModifier(node, ts.SyntaxKind.StaticKeyword);
  const name = specialMethodName(ctx, node) ?? methodName(node.name);
  const usesClass = isStatic && mentionsThis(node);
  const self = isStatic ? (usesClass ? "cls" : undefined) : "self";
  const lowered = lowerFunctionLike(ctx, node, { self });
  const decorators = isStatic ? [py.name(usesClass ? "classmethod" : "staticmethod")] : [];
  const definition = py.functionDef(name, lowered.parameters, lowered.body, {
    async: lowered.isAsync,
    decorators,
    displayName: `${className}.${node.name.getText()}`,
  });
  definition.origin = originOf(ctx, node);
  return [definition];
}

function lowerGetter(ctx: Lowering, node: ts.GetAccessorDeclaration): py.Statement {
  const lowered = lowerFunctionLike(ctx, node, { self: "self" });
  const definition = py.functionDef(methodName(node.name), lowered.parameters, lowered.body, {
    decorators: [py.name("property")],
  });
  definition.origin = originOf(ctx, node);
  return definition;
}

/** `@name.setter`; a setter without getter starts from an empty property. */
function lowerSetter(
  ctx: Lowering,
  node: ts.SetAccessorDeclaration,
  owner: ts.ClassLikeDeclaration,
): py.Statement[] {
  const name = methodName(node.name);
  const hasGetter = owner.members.some(
    (member) =>
      ts.isGetAccessor(member) &&
      member.name.getText() === node.name.getText() &&
      member.pos < node.pos,
  );
  const lowered = lowerFunctionLike(ctx, node, { self: "self" });
  const definition = py.functionDef(name, lowered.parameters, lowered.body, {
    decorators: [py.attribute(py.name(name), "setter")],
  });
  definition.origin = originOf(ctx, node);
  if (hasGetter) return [definition];
  return [py.assign(py.name(name), py.callBuiltin("property", [py.noneValue()])), definition];
}

export function methodName(name: ts.PropertyName): string {
  if (ts.isComputedPropertyName(name)) return attributeName(name.expression.getText());
  return attributeName(name.text);
}

/** Does a static member use `this` itself, not inside a function of its own? */
export function mentionsThis(node: ts.Node): boolean {
  let found = false;
  const visit = (child: ts.Node): void => {
    if (found || ts.isFunctionDeclaration(child) || ts.isFunctionExpression(child)) return;
    if (ts.isClassLike(child)) return;
    if (child.kind === ts.SyntaxKind.ThisKeyword || child.kind === ts.SyntaxKind.SuperKeyword) {
      found = true;
    }
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}
