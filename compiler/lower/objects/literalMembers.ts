import { ts } from "ts-morph";
import { mentionsThis } from "../../facts/ownThis.ts";
import { isWithin, skipWrappers } from "../../facts/syntax.ts";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import { lowerFunctionLike } from "../functions/functionLike.ts";
import type { Lowering } from "../lowering.ts";
import { originOf } from "../statements/origin.ts";

/** A method, also as `name: function () {}`, or an accessor. */
export type Member = ts.MethodDeclaration | ts.AccessorDeclaration | ts.FunctionExpression;

/** A method that looks at its object, or an accessor. */
export function memberOf(property: ts.ObjectLiteralElementLike): Member | undefined {
  if (ts.isAccessor(property)) return property;
  if (ts.isMethodDeclaration(property)) return mentionsThis(property) ? property : undefined;
  if (!ts.isPropertyAssignment(property)) return undefined;
  const value = skipWrappers(property.initializer);
  if (!ts.isFunctionExpression(value) || !mentionsThis(value)) return undefined;
  const [first] = value.parameters;
  const declaresThis = first && ts.isIdentifier(first.name) && first.name.text === "this";
  return declaresThis ? undefined : value;
}

/** Does a member use nothing of the function around it? */
export function isClassMember(ctx: Lowering, property: Member): boolean {
  return [...ctx.facts.bindings.mentionedIn(property)].every(
    ({ scope, loop }) => (ts.isSourceFile(scope) && !loop) || isWithin(scope, property),
  );
}

/** `def name(self, ...)` in the class of the literal; accessors are properties. */
export function lowerMember(ctx: Lowering, node: Member, name: string): py.Statement[] {
  const lowered = lowerFunctionLike(ctx, node, { self: "self" });
  const attribute = attributeName(name);
  const decorators = ts.isGetAccessor(node)
    ? [hasSetterBefore(node) ? py.attribute(py.name(attribute), "getter") : py.name("property")]
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
  if (nodes.some(isMethod)) return [];
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
    const method = nodes.find(isMethod);
    if (!method) continue;
    const attribute = attributeName(name);
    const value = defineOutside(ctx, method, attribute, name);
    ctx.prerequisite(py.assign(py.attribute(py.name(owner), attribute), value));
  }
}

function isMethod(node: Member): node is ts.MethodDeclaration | ts.FunctionExpression {
  return !ts.isAccessor(node);
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
  return isBefore(node, ts.isGetAccessor);
}

/** A getter after its setter is put on the property that is there. */
function hasSetterBefore(node: ts.GetAccessorDeclaration): boolean {
  return isBefore(node, ts.isSetAccessor);
}

function isBefore(
  node: ts.AccessorDeclaration,
  isOther: (member: ts.Node) => member is ts.AccessorDeclaration,
): boolean {
  const { parent } = node;
  if (!ts.isObjectLiteralExpression(parent)) return false;
  const name = node.name.getText();
  return parent.properties.some((p) => isOther(p) && p.name.getText() === name && p.pos < node.pos);
}
