import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import { mentionsThis } from "../classes/classMembers.ts";
import { lowerFunctionLike } from "../functions/functionLike.ts";
import type { Lowering } from "../lowering.ts";
import { originOf } from "../statements/origin.ts";

export type Member = ts.MethodDeclaration | ts.AccessorDeclaration;

/** Is a property a method or accessor that uses nothing of the function around it? */
export function isClassMember(
  ctx: Lowering,
  property: ts.ObjectLiteralElementLike,
): property is Member {
  if (!ts.isMethodDeclaration(property) && !ts.isAccessor(property)) return false;
  if (ts.isMethodDeclaration(property) && !mentionsThis(property)) return false;
  return [...ctx.facts.bindings.mentionedIn(property)].every(
    ({ scope, loop }) => (ts.isSourceFile(scope) && !loop) || isInside(scope, property),
  );
}

function isInside(node: ts.Node, outer: ts.Node): boolean {
  return (
    node.pos >= outer.pos && node.end <= outer.end && node.getSourceFile() === outer.getSourceFile()
  );
}

/** `def name(self, ...)` in the class of the literal; accessors are properties. */
export function lowerMember(ctx: Lowering, node: Member, name: string): py.Statement[] {
  const lowered = lowerFunctionLike(ctx, node, { self: "self" });
  const attribute = attributeName(name);
  const decorators = ts.isGetAccessor(node)
    ? [py.name("property")]
    : ts.isSetAccessor(node)
      ? [py.attribute(py.name(attribute), "setter")]
      : lowered.decorators;
  const definition = py.functionDef(attribute, lowered.parameters, lowered.body, {
    async: lowered.isAsync,
    decorators,
    displayName: name,
  });
  definition.origin = originOf(ctx, node);
  if (!ts.isSetAccessor(node) || hasGetterBefore(node)) return [definition];
  return [py.assign(py.name(attribute), py.callBuiltin("property", [py.noneValue()])), definition];
}

/**
 * The members of a literal one of which uses variables of the function around it. MicroPython would look
 * for those in the class first, so that the functions are made outside of it:
 *
 *     def get_value(self):
 *         return count
 *     class Counter:
 *         value = property(get_value)
 */
export function lowerLocalMembers(
  ctx: Lowering,
  name: string,
  nodes: readonly Member[],
): py.Statement[] {
  const attribute = py.name(attributeName(name));
  if (nodes.some(ts.isMethodDeclaration)) return [];
  const getter = nodes.find(ts.isGetAccessor);
  const setter = nodes.find(ts.isSetAccessor);
  const get = getter ? defineOutside(ctx, getter, `get_${attribute.id}`, name) : py.noneValue();
  const set = setter && defineOutside(ctx, setter, `set_${attribute.id}`, name);
  return [py.assign(attribute, py.callBuiltin("property", set ? [get, set] : [get]))];
}

/** `Counter.reset = reset`, after the class: inside of it the name would mean the method. */
export function addLocalMethods(
  ctx: Lowering,
  owner: string,
  members: ReadonlyMap<string, readonly Member[]>,
): void {
  for (const [name, nodes] of members) {
    const method = nodes.find(ts.isMethodDeclaration);
    if (!method) continue;
    const attribute = attributeName(name);
    const value = defineOutside(ctx, method, attribute, name);
    ctx.prerequisite(py.assign(py.attribute(py.name(owner), attribute), value));
  }
}

function defineOutside(ctx: Lowering, node: Member, hint: string, name: string): py.Expression {
  const lowered = lowerFunctionLike(ctx, node, { self: "self" });
  const id = ctx.fresh(hint);
  const definition = py.functionDef(id, lowered.parameters, lowered.body, {
    async: lowered.isAsync,
    decorators: lowered.decorators,
    displayName: name,
  });
  definition.origin = originOf(ctx, node);
  ctx.prerequisite(definition);
  return py.name(id);
}

function hasGetterBefore(node: ts.SetAccessorDeclaration): boolean {
  const { parent } = node;
  if (!ts.isObjectLiteralExpression(parent)) return false;
  const name = node.name.getText();
  return parent.properties.some(
    (p) => ts.isGetAccessor(p) && p.name.getText() === name && p.pos < node.pos,
  );
}
