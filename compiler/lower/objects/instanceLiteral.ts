import { ts } from "ts-morph";
import * as py from "../../python/py.ts";
import { adapterOf, ownMethodName, wellKnownSymbol } from "../classes/specialMethods.ts";
import { inOrder } from "../expressions/lowerOrdered.ts";
import { defineMethodOf } from "../functions/objectMethod.ts";
import type { Lowering } from "../lowering.ts";
import { construct, shapeClass } from "../values/shapeClass.ts";
import {
  addLocalMethods,
  isClassMember,
  lowerLocalMembers,
  lowerMember,
  type Member,
  memberOf,
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
  const late: (readonly [string, ts.MethodDeclaration | ts.FunctionExpression])[] = [];
  const order: string[] = [];
  const local = new Map<string, readonly Member[]>();
  const isLocal = node.properties.some((p) => ts.isAccessor(p) && !isClassMember(ctx, p));
  for (const property of node.properties) {
    const special = ownMethodName(property.name!);
    const name = special ?? knownName(ctx, property.name!)!;
    if (special !== undefined) {
      members.set(`[${special}]`, adapterOf(ctx, wellKnownSymbol(property.name!)!));
    } else if (!order.includes(name)) order.push(name);
    const member = memberOf(property);
    if (member && isLocal) {
      const known = local.get(name) ?? [];
      local.set(name, [...known, member]);
      if (ts.isAccessor(member)) noteAccessor(accessors, name, member);
    } else if (member && isClassMember(ctx, member)) {
      members.set(name, [...(members.get(name) ?? []), ...lowerMember(ctx, member, name)]);
      if (ts.isAccessor(member)) noteAccessor(accessors, name, member);
    } else if (member && !ts.isAccessor(member)) {
      late.push([name, member]);
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
  methods: readonly (readonly [string, ts.MethodDeclaration | ts.FunctionExpression])[],
): py.Expression {
  const self = py.name(ctx.fresh("object"));
  ctx.prerequisite(py.assign(self, instance));
  for (const [name, method] of methods) {
    const value = defineMethodOf(ctx, method, self, name);
    ctx.prerequisite(py.assign(py.attribute(self, name), value));
  }
  return self;
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
