import { ts } from "ts-morph";
import { methodDetached } from "../../diagnostics/catalogue/objects.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import type { Facts } from "../../facts/facts.ts";
import { isFreeMethod, mentionsThis } from "../../facts/ownThis.ts";
import { isWithin, outerParent } from "../../facts/syntax.ts";
import { isOfPython, libraryKey } from "../../facts/typeFacts.ts";

/**
 * `const read = sensor.read`, `[1, 2].map(this.scale)`: JavaScript forgets the object of a method that is read
 * without being called, Python keeps it. Functions of Python's take it with its object, as they do in Python.
 */
export function checkDetachedMethods(
  { checker, sourceFiles }: Pick<Facts, "checker" | "sourceFiles">,
  report: (node: ts.Node, problem: Problem) => void,
): void {
  const methods = new Map<string, ts.MethodDeclaration[]>();
  /** Methods that a constructor binds: `this.read = this.read.bind(this)`. */
  const bound = new Set<ts.Declaration>();
  for (const file of sourceFiles) collect(file);
  if (methods.size > 0) for (const file of sourceFiles) visit(file);

  function collect(node: ts.Node): void {
    if (ts.isMethodDeclaration(node) && node.body && mentionsThis(node)) {
      const name = node.name.getText();
      const known = methods.get(name);
      if (known) known.push(node);
      else methods.set(name, [node]);
    }
    const method = ts.isBinaryExpression(node) ? boundMethod(node) : undefined;
    if (method) bound.add(method);
    ts.forEachChild(node, collect);
  }

  function boundMethod({
    left,
    operatorToken,
    right,
  }: ts.BinaryExpression): ts.Declaration | undefined {
    if (operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
    if (!ts.isPropertyAccessExpression(left)) return undefined;
    const isBind = right.getText() === `${left.getText()}.bind(${left.expression.getText()})`;
    return isBind ? checker.getSymbolAtLocation(left.name)?.valueDeclaration : undefined;
  }

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node)) return;
    if (ts.isPropertyAccessExpression(node)) checkAccess(node);
    if (ts.isBindingElement(node)) checkBinding(node);
    ts.forEachChild(node, visit);
  }

  function checkAccess(node: ts.PropertyAccessExpression): void {
    if (!methods.has(node.name.text) || keepsItsObject(node) || isFreeMethod(checker, node)) return;
    if (needsThis(node.name.text, checker.getSymbolAtLocation(node.name)))
      report(node, methodDetached(node.getText()));
  }

  /** `const { read } = sensor` */
  function checkBinding(node: ts.BindingElement): void {
    const name = node.propertyName ?? node.name;
    if (!ts.isIdentifier(name) || !methods.has(name.text) || node.dotDotDotToken) return;
    if (!ts.isObjectBindingPattern(node.parent)) return;
    const property = checker.getTypeAtLocation(node.parent).getProperty(name.text);
    if (needsThis(name.text, property)) report(node, methodDetached(name.text));
  }

  /** Does the method, or one that may stand in its place, use `this`? */
  function needsThis(name: string, symbol: ts.Symbol | undefined): boolean {
    if (!symbol || !(symbol.flags & ts.SymbolFlags.Method)) return false;
    const declared = symbol.declarations ?? [];
    if (declared.some((one) => bound.has(one))) return false;
    const candidates = methods.get(name) ?? [];
    return candidates.some(
      (method) =>
        declared.includes(method) || declared.some((other) => standsInFor(method, other.parent)),
    );
  }

  function standsInFor({ parent }: ts.MethodDeclaration, owner: ts.Node): boolean {
    if (!ts.isInterfaceDeclaration(owner) && !ts.isClassLike(owner)) return false;
    return checker.isTypeAssignableTo(
      checker.getTypeAtLocation(parent),
      checker.getTypeAtLocation(owner),
    );
  }

  /** Is the method called, asked for something, or handed to a function of Python's? */
  function keepsItsObject(node: ts.Expression): boolean {
    const parent = outerParent(node);
    if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) return true;
    if (ts.isTypeOfExpression(parent) || ts.isExpressionStatement(parent)) return true;
    if (ts.isDecorator(parent) || ts.isTaggedTemplateExpression(parent)) return true;
    if (ts.isCallExpression(parent)) {
      return (
        isWithin(node, parent.expression) || isForPython(parent) || isGivenObject(node, parent)
      );
    }
    if (ts.isBinaryExpression(parent)) {
      return isAsked.has(parent.operatorToken.kind) || isWritten(node, parent);
    }
    if (ts.isPropertyAssignment(parent) && ts.isObjectLiteralExpression(parent.parent)) {
      const call = outerParent(parent.parent);
      return ts.isCallExpression(call) && isForPython(call);
    }
    return isCondition(node, parent);
  }

  /** `values.map(this.scale, this)`: the second argument is what `this` is; others are refused elsewhere. */
  function isGivenObject(
    node: ts.Node,
    { arguments: given, expression }: ts.CallExpression,
  ): boolean {
    if (!ts.isPropertyAccessExpression(expression) || given.length !== 2) return false;
    const method = checker.getSymbolAtLocation(expression.name);
    const isArrays = method !== undefined && /^(Readonly)?Array\./.test(libraryKey(method) ?? "");
    return isArrays && isWithin(node, given[0]!);
  }

  function isForPython(call: ts.CallExpression | ts.NewExpression): boolean {
    return isOfPython(checker.getResolvedSignature(call)?.getDeclaration());
  }
}

function isWritten(node: ts.Node, { left, operatorToken }: ts.BinaryExpression): boolean {
  return operatorToken.kind === ts.SyntaxKind.EqualsToken && isWithin(node, left);
}

/** `if (plugin.close)`, `!plugin.close`, `plugin.close ? ... : ...` */
function isCondition(node: ts.Node, parent: ts.Node): boolean {
  if (ts.isPrefixUnaryExpression(parent)) return true;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) return true;
  return ts.isConditionalExpression(parent) && isWithin(node, parent.condition);
}

/** The operators that ask what a method is, and give nobody its value. */
const isAsked: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.InstanceOfKeyword,
]);
