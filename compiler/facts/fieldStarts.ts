import { ts } from "ts-morph";
import { skipWrappers } from "./syntax.ts";

/**
 * Does the constructor set a field before anybody can see that it starts as undefined? Until then it
 * may use other fields, but give the object to nobody, and call none of its methods.
 *
 *     class Led { private pin: Pin; constructor(id: int) { this.pin = new Pin(id); } }
 */
export function isSetAtOnce(
  declared: ts.ConstructorDeclaration,
  field: ts.PropertyDeclaration,
): boolean {
  if (!ts.isIdentifier(field.name) && !ts.isPrivateIdentifier(field.name)) return false;
  const name = field.name.text;
  if (field.parent.members.some((member) => isStartedWith(member, name))) return false;
  for (const statement of declared.body?.statements ?? []) {
    if (isSuperCall(statement)) continue;
    const value = assignedTo(statement, name);
    if (value) return !usesObject(value, name);
    if (usesObject(statement, name)) return false;
  }
  return false;
}

/** `total = this.sum();` and `show = () => this.name;`: what a field starts with runs before the constructor. */
function isStartedWith(member: ts.ClassElement, name: string): boolean {
  const value = ts.isPropertyDeclaration(member) ? member.initializer : undefined;
  return value !== undefined && usesObject(value, name);
}

function isSuperCall(node: ts.Statement): boolean {
  return (
    ts.isExpressionStatement(node) &&
    ts.isCallExpression(node.expression) &&
    node.expression.expression.kind === ts.SyntaxKind.SuperKeyword
  );
}

/** The value in `this.name = value;` */
function assignedTo(node: ts.Statement, name: string): ts.Expression | undefined {
  if (!ts.isExpressionStatement(node)) return undefined;
  const assignment = skipWrappers(node.expression);
  if (!ts.isBinaryExpression(assignment)) return undefined;
  if (assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  return nameOfOwn(assignment.left) === name ? assignment.right : undefined;
}

/** `name` in `this.name` */
function nameOfOwn(node: ts.Node): string | undefined {
  const isOwn =
    ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
  return isOwn ? node.name.text : undefined;
}

/** Does code use the object but for fields of other names, or end the constructor? */
function usesObject(node: ts.Node, name: string): boolean {
  if (ts.isReturnStatement(node) || node.kind === ts.SyntaxKind.SuperKeyword) return true;
  if (node.kind === ts.SyntaxKind.ThisKeyword) return true;
  const own = nameOfOwn(node);
  if (own !== undefined) return own === name || isCalled(node) || isForeign(node, own);
  return ts.forEachChild(node, (child) => usesObject(child, name)) ?? false;
}

function isCalled(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && node.parent.expression === node;
}

/** No field of the class itself: an accessor, a method, or what a class above it has. */
function isForeign(node: ts.Node, name: string): boolean {
  const owner = ts.findAncestor(node, ts.isClassLike);
  return !owner?.members.some(
    (member) =>
      (ts.isPropertyDeclaration(member) && nameText(member.name) === name) ||
      (ts.isConstructorDeclaration(member) &&
        member.parameters.some((p) => ts.isIdentifier(p.name) && p.name.text === name)),
  );
}

function nameText(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isPrivateIdentifier(name) ? name.text : undefined;
}
