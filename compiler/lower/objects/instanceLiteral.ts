import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { mentionsThis } from "../classes/classMembers.ts";
import { adapterOf, ownMethodName, wellKnownSymbol } from "../classes/specialMethods.ts";
import { inOrder } from "../expressions/lowerOrdered.ts";
import type { Lowering } from "../lowering.ts";
import { construct, shapeClass } from "../values/shapeClass.ts";
import {
  addLocalMethods,
  isClassMember,
  lowerLocalMembers,
  lowerMember,
  type Member,
} from "./literalMembers.ts";
import { knownName, lowerPropertyValue } from "./propertyValue.ts";

/**
 * `{ x: 1, y: 2 }`
 *
 *     Point(1, 2)
 *
 * Methods and accessors that need nothing of the surrounding function belong to the class; with an
 * accessor that does, the class is made inside of the function. Other methods are put on the object, knowing it by name:
 *
 *     counter = Counter(0)
 *     def next_():
 *         counter.value += step
 *     counter.next_ = next_
 */
export function lowerInstance(
  ctx: Lowering,
  node: ts.ObjectLiteralExpression,
  type: ts.Type,
): py.Expression {
  const members = new Map<string, readonly py.Statement[]>();
  const accessors = new Map<string, string>();
  const fields: (readonly [string, ts.ObjectLiteralElementLike])[] = [];
  const late: (readonly [string, ts.MethodDeclaration])[] = [];
  const order: string[] = [];
  const local = new Map<string, readonly Member[]>();
  const isLocal = node.properties.some((p) => ts.isAccessor(p) && !isClassMember(ctx, p));
  for (const property of node.properties) {
    const special = ownMethodName(property.name!);
    const name = special ?? knownName(ctx, property.name!)!;
    if (special !== undefined) {
      members.set(`[${special}]`, adapterOf(ctx, wellKnownSymbol(property.name!)!));
    } else if (!order.includes(name)) order.push(name);
    if (isLocal && isMember(property)) {
      const known = local.get(name) ?? [];
      local.set(name, [...known, property]);
      if (ts.isAccessor(property)) noteAccessor(accessors, name, property);
    } else if (isClassMember(ctx, property)) {
      members.set(name, [...(members.get(name) ?? []), ...lowerMember(ctx, property, name)]);
      if (ts.isAccessor(property)) noteAccessor(accessors, name, property);
    } else if (ts.isMethodDeclaration(property) && mentionsThis(property)) {
      late.push([name, property]);
    } else fields.push([name, property]);
  }
  for (const [name, nodes] of local) members.set(name, lowerLocalMembers(ctx, name, nodes));
  const shape = shapeClass(ctx, {
    literal: node,
    type,
    fields: fields.map(([name]) => name),
    members,
    accessors,
    order,
    isLocal,
  });
  addLocalMethods(ctx, shape.name, local);
  const values = inOrder(
    ctx,
    fields.map(
      ([, property]) =>
        () =>
          lowerPropertyValue(ctx, property),
    ),
  );
  const instance = construct(
    shape,
    fields.map(([name], index) => [name, values[index]!]),
  );
  return late.length === 0 ? instance : withMethods(ctx, instance, late);
}

function withMethods(
  ctx: Lowering,
  instance: py.Expression,
  methods: readonly (readonly [string, ts.MethodDeclaration])[],
): py.Expression {
  const self = py.name(ctx.fresh("object"));
  ctx.prerequisite(py.assign(self, instance));
  for (const [name, method] of methods) {
    const value = lowerPropertyValue(ctx, method, self);
    ctx.prerequisite(py.assign(py.attribute(self, name), value));
  }
  return self;
}

/** A method that looks at its object, or an accessor. */
function isMember(property: ts.ObjectLiteralElementLike): property is Member {
  if (ts.isAccessor(property)) return true;
  return ts.isMethodDeclaration(property) && mentionsThis(property);
}

function noteAccessor(
  accessors: Map<string, string>,
  name: string,
  node: ts.AccessorDeclaration,
): void {
  const label = ts.isGetAccessor(node) ? "Getter" : "Setter";
  const known = accessors.get(name);
  accessors.set(name, known === undefined || known === label ? label : "Getter/Setter");
}
