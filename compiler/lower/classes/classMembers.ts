import { ts } from "ts-morph";
import { notInTheSubset } from "../../diagnostics/catalogue/language.ts";
import { mentionsThis } from "../../facts/ownThis.ts";
import { hasModifier } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import { lowerFunctionLike } from "../functions/functionLike.ts";
import type { Lowering } from "../lowering.ts";
import { originOf } from "../statements/origin.ts";
import { baseExpression } from "./classDeclaration.ts";
import { type FieldInitializers, lowerConstructor } from "./constructor.ts";
import { privateAttribute } from "./privateNames.ts";
import { iteratorAdapter, specialMethodName, symbolName } from "./specialMethods.ts";

/** The `def`s of a class: constructor, methods, accessors. */
export function lowerClassMembers(
  ctx: Lowering,
  node: ts.ClassLikeDeclaration,
  className: string,
  initializers: FieldInitializers,
): py.Statement[] {
  const body: py.Statement[] = [];
  const init = lowerConstructor(ctx, node, initializers);
  if (init) body.push(init);
  for (const member of node.members) {
    if (isMissingMethod(ctx, member, node)) {
      body.push(py.assign(py.name(methodName(ctx, member.name)), py.noneValue()));
    } else if (ts.isMethodDeclaration(member) && member.body)
      body.push(...lowerMethod(ctx, member, className));
    else if (ts.isGetAccessor(member) && member.body) body.push(lowerGetter(ctx, member));
    else if (ts.isSetAccessor(member) && member.body) body.push(...lowerSetter(ctx, member, node));
  }
  return body;
}

/** `method?(): void`, which neither the class nor one above it has. */
function isMissingMethod(
  ctx: Lowering,
  member: ts.ClassElement,
  owner: ts.ClassLikeDeclaration,
): member is ts.MethodDeclaration {
  if (!ts.isMethodDeclaration(member) || !member.questionToken || member.body) return false;
  const isDefined = owner.members.some(
    (other) => ts.isMethodDeclaration(other) && other.body && isSameName(other, member),
  );
  const base = baseExpression(owner);
  const above = base && ctx.typeOf(base).getConstructSignatures()[0]?.getReturnType();
  return !isDefined && !above?.getProperty(member.name.getText());
}

function isSameName(one: ts.ClassElement, other: ts.ClassElement): boolean {
  return one.name?.getText() === other.name?.getText();
}

/** `def method(self, ...)`; `this` in a static method is the class. */
function lowerMethod(ctx: Lowering, node: ts.MethodDeclaration, className: string): py.Statement[] {
  const isStatic = hasModifier(node, ts.SyntaxKind.StaticKeyword);
  const name = specialMethodName(node) ?? methodName(ctx, node.name);
  const usesClass = isStatic && mentionsThis(node);
  const self = isStatic ? (usesClass ? "cls" : undefined) : "self";
  const lowered = lowerFunctionLike(ctx, node, { self });
  const decorators = [
    ...(isStatic ? [py.name(usesClass ? "classmethod" : "staticmethod")] : []),
    ...lowered.decorators,
  ];
  const definition = py.functionDef(name, lowered.parameters, lowered.body, {
    async: lowered.isAsync,
    decorators,
    displayName: `${className}.${node.name.getText()}`,
    replaceable: ctx.facts.inlining.isReplaceable(node),
  });
  definition.origin = originOf(ctx, node);
  return [definition, ...iteratorAdapter(ctx, node)];
}

/** A getter is a method of its name where every access knows it, otherwise a property. */
function lowerGetter(ctx: Lowering, node: ts.GetAccessorDeclaration): py.Statement {
  const isStatic = hasModifier(node, ts.SyntaxKind.StaticKeyword);
  const lowered = lowerFunctionLike(ctx, node, { self: isStatic ? "cls" : "self" });
  const asMethod = accessorIsMethod(ctx, node);
  if (isStatic && !asMethod) ctx.report(node, notInTheSubset("This static accessor"));
  const name = methodName(ctx, node.name);
  const property = hasSetterBefore(node)
    ? py.attribute(py.name(name), "getter")
    : py.name("property");
  const ofMethod = isStatic ? [py.name("classmethod")] : [];
  const decorators = asMethod ? ofMethod : [property];
  const definition = py.functionDef(name, lowered.parameters, lowered.body, {
    decorators,
    replaceable: ctx.facts.inlining.isReplaceable(node),
  });
  definition.origin = originOf(ctx, node);
  return definition;
}

/** `@name.setter`, or the method `set_name`; a setter without getter starts from an empty property. */
function lowerSetter(
  ctx: Lowering,
  node: ts.SetAccessorDeclaration,
  owner: ts.ClassLikeDeclaration,
): py.Statement[] {
  const isStatic = hasModifier(node, ts.SyntaxKind.StaticKeyword);
  const name = methodName(ctx, node.name);
  const asMethod = accessorIsMethod(ctx, node);
  const lowered = lowerFunctionLike(ctx, node, { self: isStatic ? "cls" : "self" });
  const decorators = asMethod
    ? isStatic
      ? [py.name("classmethod")]
      : []
    : [py.attribute(py.name(name), "setter")];
  const id = asMethod ? setterName(name) : name;
  const definition = py.functionDef(id, lowered.parameters, lowered.body, { decorators });
  definition.origin = originOf(ctx, node);
  if (asMethod || hasGetterBefore(node, owner)) return [definition];
  return [py.assign(py.name(name), py.callBuiltin("property", [py.noneValue()])), definition];
}

function hasGetterBefore(node: ts.SetAccessorDeclaration, owner: ts.ClassLikeDeclaration): boolean {
  const name = node.name.getText();
  return owner.members.some(
    (member) => ts.isGetAccessor(member) && member.name.getText() === name && member.pos < node.pos,
  );
}

function hasSetterBefore(node: ts.GetAccessorDeclaration): boolean {
  const name = node.name.getText();
  return (
    ts.isClassLike(node.parent) &&
    node.parent.members.some(
      (member) =>
        ts.isSetAccessor(member) && member.name.getText() === name && member.pos < node.pos,
    )
  );
}

function accessorIsMethod(ctx: Lowering, node: ts.AccessorDeclaration): boolean {
  if (ts.isComputedPropertyName(node.name) && symbolName(node.name.expression)) return false;
  const symbol = ctx.checker.getSymbolAtLocation(node.name);
  return symbol !== undefined && ctx.facts.accessors.isMethod(symbol);
}

/** The method that a setter is called as. */
export function setterName(name: string): string {
  return `set_${name}`;
}

export function methodName(ctx: Lowering, name: ts.PropertyName): string {
  if (ts.isPrivateIdentifier(name)) return privateAttribute(ctx, name);
  if (!ts.isComputedPropertyName(name)) return attributeName(name.text);
  if (symbolName(name.expression) === "toStringTag") return "__tag__";
  return attributeName(ctx.facts.objects.literalName(name) ?? name.expression.getText());
}
