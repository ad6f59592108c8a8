import { countName, partsOf, replaceName } from "../../../python/expressionParts.ts";
import * as py from "../../../python/py.ts";
import type { Lowering } from "../../lowering.ts";
import { isPure } from "../../values/pureExpression.ts";
import type { ComprehensionHead } from "./comprehension.ts";

/**
 * A comprehension over a comprehension as one, where nobody can tell the order in which the two parts
 * are evaluated:
 *
 *     [f(y) for y in [x for x in xs if x > 1]]        [f(x) for x in xs if x > 1]
 *     [f(y) for y in [g(x) for x in xs]]              [f(g(x)) for x in xs]
 */
export function fuseComprehensions(ctx: Lowering, head: ComprehensionHead): ComprehensionHead {
  const inner = head.iterable;
  if (inner.kind !== "comprehension" || inner.type !== "list") return head;
  const [clause, ...more] = inner.clauses;
  if (!clause || more.length > 0 || head.target.kind !== "name") return head;
  const parts = [head.value, ...head.conditions];
  if (!parts.every((part) => isPure(ctx, part)) || !canReplace(inner, head)) return head;
  const isInnerPure = [inner.element, ...clause.conditions].every((part) => isPure(ctx, part));
  const { id } = head.target;
  if (!isInnerPure && !parts.every((part) => dependsOnlyOn(ctx, part, id))) return head;
  const replaced = parts.map((part) => replaceName(part, id, inner.element));
  const [value, ...conditions] = replaced.filter((part) => part !== undefined);
  if (!value || conditions.length < head.conditions.length) return head;
  return {
    value,
    target: clause.target,
    iterable: clause.iterable,
    conditions: [...clause.conditions, ...conditions],
  };
}

/** A name may be repeated; what is computed only if it is mentioned once, and always evaluated. */
function canReplace(
  inner: py.Comprehension,
  { target, value, conditions }: ComprehensionHead,
): boolean {
  if (inner.element.kind === "name") return true;
  if (conditions.length > 0 || isConditional(value)) return false;
  return countName(value, (target as py.Name).id) === 1;
}

/** Can nothing else that runs meanwhile change what the expression gives? */
function dependsOnlyOn(ctx: Lowering, node: py.Expression, id: string): boolean {
  if (node.kind === "name") return node.id === id || ctx.module.isFixedName(node.id);
  const operands = node.kind === "call" ? node.args : partsOf(node);
  if (!operands || node.kind === "attribute") return false;
  return operands.every((part) => dependsOnlyOn(ctx, part, id));
}

function isConditional(node: py.Expression): boolean {
  return node.kind === "ifExp" || node.kind === "boolOp" || hasConditionalPart(node);
}

function hasConditionalPart(node: py.Expression): boolean {
  if (node.kind === "binary" || node.kind === "compare") {
    return isConditional(node.left) || isConditional(node.right);
  }
  if (node.kind === "call") return node.args.some(isConditional);
  return node.kind === "unary" && isConditional(node.operand);
}

/** The conditions of a comprehension as one. */
export function comprehensionOf(head: ComprehensionHead): py.Comprehension {
  const condition = head.conditions.length > 0 ? [head.conditions.reduce(py.and)] : [];
  return py.listComp(head.value, head.target, head.iterable, condition);
}
