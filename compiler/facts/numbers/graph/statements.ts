import { ts } from "ts-morph";
import { assignTo } from "./assignments.ts";
import type { FlowBuilder } from "./builder.ts";
import { classShape } from "./classes.ts";
import type { Value } from "./flowGraph.ts";
import { enclosingFunction, functionShape, returnValue } from "./functions.ts";
import { itemsOf } from "./iteration.ts";
import { bindName } from "./patterns.ts";
import { propertySlot, resultSlot } from "./slots.ts";

/** Connects everything below a node, each expression and declaration once. */
export function linkAll(builder: FlowBuilder, node: ts.Node): void {
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) {
    return;
  }
  if (isAmbient(node)) return;
  noteConditions(builder, node);
  link(builder, node);
  ts.forEachChild(node, (child) => linkAll(builder, child));
}

function noteConditions(builder: FlowBuilder, node: ts.Node): void {
  const condition = conditionOf(node);
  if (condition) noteNames(builder, condition);
}

function noteNames(builder: FlowBuilder, node: ts.Node): void {
  if (ts.isIdentifier(node)) builder.conditionNames.add(node.text);
  ts.forEachChild(node, (child) => noteNames(builder, child));
}

function conditionOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) {
    return node.expression;
  }
  if (ts.isSwitchStatement(node)) return node.expression;
  if (ts.isForStatement(node) || ts.isConditionalExpression(node)) return node.condition;
  const isCheck = ts.isCallExpression(node) && ts.isIdentifier(node.expression);
  if (isCheck && node.expression.getText() === "assert") return node.arguments[0];
  if (!ts.isBinaryExpression(node)) return undefined;
  const { kind } = node.operatorToken;
  const isLogical =
    kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;
  return isLogical ? node.left : undefined;
}

function isAmbient(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.DeclareKeyword) ?? false)
  );
}

function link(builder: FlowBuilder, node: ts.Node): void {
  if (ts.isVariableDeclaration(node)) linkVariable(builder, node);
  else if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isAccessor(node)) {
    functionShape(builder, node);
  } else if (ts.isClassDeclaration(node)) classShape(builder, node);
  else if (ts.isReturnStatement(node)) linkReturn(builder, node);
  else if (ts.isThrowStatement(node)) linkThrow(builder, node);
  else if (ts.isForOfStatement(node)) linkForOf(builder, node);
  else if (ts.isForInStatement(node)) linkForIn(builder, node);
  else if (ts.isExportAssignment(node)) builder.shapeOf(node.expression);
  else if (ts.isTemplateSpan(node)) linkText(builder, node.expression);
  else if (isLinkable(node)) builder.shapeOf(node);
}

/** Expressions that stand for a value; names of things and the left sides of patterns do not. */
function isLinkable(node: ts.Node): node is ts.Expression {
  if (!isExpressionNode(node)) return false;
  const { parent } = node;
  if (ts.isIdentifier(node)) return isReadIdentifier(node, parent);
  const isPattern = ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node);
  return !(isPattern && isAssignedPattern(node));
}

function isExpressionNode(node: ts.Node): boolean {
  return ts.isExpression(node) && !ts.isOmittedExpression(node) && !ts.isSpreadElement(node);
}

/** Other identifiers are asked for by what they are part of. */
function isReadIdentifier(node: ts.Identifier, parent: ts.Node): boolean {
  return ts.isExpressionStatement(parent) && parent.expression === node;
}

function isAssignedPattern(node: ts.Expression): boolean {
  let current: ts.Node = node;
  for (let { parent } = current; parent; current = parent, { parent } = current) {
    if (ts.isBinaryExpression(parent)) {
      return parent.left === current && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    }
    if (ts.isForOfStatement(parent)) return parent.initializer === current;
    const isInside =
      ts.isArrayLiteralExpression(parent) ||
      ts.isObjectLiteralExpression(parent) ||
      ts.isSpreadElement(parent) ||
      ts.isSpreadAssignment(parent) ||
      ts.isParenthesizedExpression(parent) ||
      (ts.isPropertyAssignment(parent) && parent.initializer === current);
    if (!isInside) return false;
  }
  return false;
}

function linkVariable(builder: FlowBuilder, node: ts.VariableDeclaration): void {
  if (ts.isForOfStatement(node.parent.parent) || ts.isForInStatement(node.parent.parent)) return;
  if (ts.isCatchClause(node.parent)) {
    bindCaught(builder, node);
    return;
  }
  if (!node.initializer) return;
  const value = builder.valueOf(node.initializer);
  bindName(builder, node.name, value, builder.typeOf(node.initializer));
  noteDeclared(builder, node);
}

function noteDeclared(builder: FlowBuilder, node: ts.VariableDeclaration): void {
  if (!ts.isIdentifier(node.name)) return;
  const symbol = builder.symbolOfName(node.name);
  if (symbol) builder.log.write(node, symbol);
}

function bindCaught(builder: FlowBuilder, node: ts.VariableDeclaration): void {
  const value = builder.graph.valueOf(builder.thrown);
  bindName(builder, node.name, value, builder.typeOf(node.name));
}

function linkReturn(builder: FlowBuilder, node: ts.ReturnStatement): void {
  const owner = enclosingFunction(node);
  if (!owner || !node.expression) return;
  returnValue(builder, owner, builder.valueOf(node.expression), node.expression);
}

function linkThrow(builder: FlowBuilder, node: ts.ThrowStatement): void {
  builder.graph.flow(builder.valueOf(node.expression), builder.thrown);
}

/** `for (const x of xs)`: `x` is every item. */
function linkForOf(builder: FlowBuilder, node: ts.ForOfStatement): void {
  const isAsync = node.awaitModifier !== undefined;
  const items = itemsOf(builder, node.expression, isAsync);
  if (isAsync) builder.log.call(node.expression, undefined);
  bindLoopVariable(builder, node, items);
}

function linkForIn(builder: FlowBuilder, node: ts.ForInStatement): void {
  builder.shapeOf(node.expression);
  bindLoopVariable(builder, node, {});
}

function bindLoopVariable(
  builder: FlowBuilder,
  node: ts.ForOfStatement | ts.ForInStatement,
  items: Value,
): void {
  const { initializer } = node;
  if (!ts.isVariableDeclarationList(initializer)) {
    assignTo(builder, initializer, items, builder.typeOf(initializer), initializer);
    return;
  }
  const declaration = initializer.declarations[0];
  if (!declaration) return;
  bindName(builder, declaration.name, items, builder.typeOf(declaration.name));
  noteDeclared(builder, declaration);
}

/** An object in a text calls its `toString`. */
function linkText(builder: FlowBuilder, node: ts.Expression): void {
  const shape = builder.shapeOf(node);
  if (!shape || !builder.mayBeObject(node)) return;
  const { graph } = builder;
  const callee = graph.shapeOf(graph.slot(shape, propertySlot("toString")));
  builder.log.call(node, callee);
  graph.slot(callee, resultSlot);
}
