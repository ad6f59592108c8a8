import { ts } from "ts-morph";
import { loopCaptureOf } from "../../facts/loopCaptures.ts";
import * as py from "../../python/py.ts";
import { attributeName } from "../../python/reservedNames.ts";
import { mentionsThis } from "../classes/classMembers.ts";
import { lowerFunctionLike } from "../functions/functionLike.ts";
import type { Lowering } from "../lowering.ts";
import { originOf } from "../statements/origin.ts";

type Member = ts.MethodDeclaration | ts.AccessorDeclaration;

/** Is a property an accessor, or a method that uses nothing of the function around it? */
export function isClassMember(
  ctx: Lowering,
  property: ts.ObjectLiteralElementLike,
): property is Member {
  if (ts.isAccessor(property)) return true;
  return ts.isMethodDeclaration(property) && mentionsThis(property) && !usesLocals(ctx, property);
}

/** Does a member use variables of the function around it, or of a turn of a loop? */
export function usesLocals(ctx: Lowering, property: Member): boolean {
  return [...ctx.facts.bindings.mentionedIn(property)].some(
    (binding) =>
      (!ts.isSourceFile(binding.scope) && !isInside(binding.scope, property)) ||
      (binding.loop !== undefined && loopCaptureOf(ctx.checker, binding) !== undefined),
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

function hasGetterBefore(node: ts.SetAccessorDeclaration): boolean {
  const { parent } = node;
  if (!ts.isObjectLiteralExpression(parent)) return false;
  const name = node.name.getText();
  return parent.properties.some(
    (p) => ts.isGetAccessor(p) && p.name.getText() === name && p.pos < node.pos,
  );
}
