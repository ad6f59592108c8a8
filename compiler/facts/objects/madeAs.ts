import { ts } from "ts-morph";
import { isLooseArgument } from "./looseArgument.ts";
import { isOpaque } from "./objectNode.ts";
import { isRecordType } from "./recordType.ts";

/**
 * The type that decides what an object literal becomes: the one that it is written for where that
 * says something of its properties, otherwise its own. Of a union the member that the literal fits.
 */
export function madeAs(checker: ts.TypeChecker, literal: ts.ObjectLiteralExpression): ts.Type {
  const own = checker.getTypeAtLocation(literal);
  if (isTakenApart(literal.parent) || isLooseArgument(checker, literal)) return own;
  const wanted = checker.getContextualType(literal);
  if (!wanted) return own;
  const candidates = membersOf(checker, checker.getNonNullableType(wanted)).filter(
    (type) => isObject(type) && !isOpaque(checker, type) && !isCallable(type),
  );
  const fitting = candidates.filter((type) => checker.isTypeAssignableTo(own, type));
  const possible = fitting.length > 0 ? fitting : candidates;
  return possible.find((type) => !isRecordType(checker, type)) ?? possible[0] ?? own;
}

/** A pattern without a type annotation says nothing of what the literal is. */
export function isTakenApart(parent: ts.Node): boolean {
  if (ts.isBindingElement(parent) && isOfTypedPattern(parent)) return false;
  return (
    (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent) || ts.isParameter(parent)) &&
    !ts.isIdentifier(parent.name) &&
    !("type" in parent && parent.type)
  );
}

/** `({ at: { x = 0 } = {} }: { at?: { x?: number } })`: the type of the whole says what a part is. */
function isOfTypedPattern(element: ts.BindingElement): boolean {
  const owner = ts.walkUpBindingElementsAndPatterns(element);
  if (ts.isParameter(owner)) return owner.type !== undefined;
  return owner.type !== undefined || owner.initializer !== undefined;
}

function membersOf(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  if (type.isUnion()) return type.types.flatMap((member) => membersOf(checker, member));
  if ((type.flags & ts.TypeFlags.Instantiable) === 0) return [type];
  const constraint = checker.getBaseConstraintOfType(type);
  return constraint && constraint !== type ? membersOf(checker, constraint) : [];
}

function isObject(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Object) !== 0 || type.isIntersection();
}

function isCallable(type: ts.Type): boolean {
  return type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0;
}
