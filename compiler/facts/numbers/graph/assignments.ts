import { ts } from "ts-morph";
import { isIncrement } from "../../bindings.ts";
import { skipWrappers } from "../../syntax.ts";
import { hasFixedLength } from "../library/typeKinds.ts";
import { anyLength } from "../values/lattice.ts";
import type { FlowBuilder } from "./builder.ts";
import type { Cell, Source } from "./cell.ts";
import type { Target } from "./eventLog.ts";
import { eitherShape } from "./expressions.ts";
import type { Value } from "./flowGraph.ts";
import { namedPart, positionPart } from "./patterns.ts";
import type { Shape } from "./shape.ts";
import { lengthSlot } from "./slots.ts";

/** `target = value` and `target op= value` */
export function linkAssignment(builder: FlowBuilder, node: ts.BinaryExpression): Shape | undefined {
  const target = skipWrappers(node.left);
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.EqualsToken: {
      const value = builder.valueOf(node.right);
      assignTo(builder, target, value, builder.typeOf(node.right), node);
      return value.shape;
    }
    case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
    case ts.SyntaxKind.BarBarEqualsToken:
    case ts.SyntaxKind.QuestionQuestionEqualsToken:
      assignTo(builder, target, builder.valueOf(node.right), builder.typeOf(node.right), node);
      return eitherShape(builder, [node.left, node.right]);
    default: {
      builder.shapeOf(node.right);
      const number: Source = (reader) => reader.evaluate(node);
      assignTo(builder, target, { number }, builder.typeOf(node), node);
      return undefined;
    }
  }
}

/** `x++`; any other unary operator only looks at its operand. */
export function linkIncrement(
  builder: FlowBuilder,
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
): void {
  builder.shapeOf(node.operand);
  if (!isIncrement(node.operator)) return;
  const number: Source = (reader) => reader.evaluateIncremented(node);
  assignTo(builder, skipWrappers(node.operand), { number }, builder.typeOf(node), node);
}

/** A value of a type is assigned to a variable, a property, an element or a pattern. */
export function assignTo(
  builder: FlowBuilder,
  target: ts.Expression,
  value: Value,
  type: ts.Type,
  node: ts.Node,
): void {
  const bare = skipWrappers(target);
  if (ts.isIdentifier(bare)) {
    assignVariable(builder, bare, value, node);
    return;
  }
  if (ts.isPropertyAccessExpression(bare) || ts.isElementAccessExpression(bare)) {
    assignProperty(builder, bare, value, node);
    return;
  }
  if (ts.isArrayLiteralExpression(bare)) {
    assignList(builder, bare, value, type, node);
    return;
  }
  if (ts.isObjectLiteralExpression(bare)) {
    assignObject(builder, bare, value, type, node);
    return;
  }
  builder.shapeOf(bare);
}

function assignVariable(
  builder: FlowBuilder,
  target: ts.Identifier,
  value: Value,
  node: ts.Node,
): void {
  const symbol = builder.symbolAt(target);
  if (!symbol) return;
  const cell = builder.cellOf(symbol);
  builder.graph.flow(value, cell);
  builder.cellsOfNodes.set(target, cell);
  builder.log.write(node, symbol);
}

function assignProperty(
  builder: FlowBuilder,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  value: Value,
  node: ts.Node,
): void {
  const { graph, log } = builder;
  builder.shapeOf(target);
  const cell: Cell = builder.cellsOfNodes.get(target) ?? graph.outside;
  if (ts.isPropertyAccessExpression(target) && target.name.text === "length") {
    const owner = builder.shapeOf(target.expression);
    if (owner && builder.libraryKeys.get(target) === "Array.length") {
      graph.flow({ number: () => anyLength }, graph.slot(owner, lengthSlot));
    }
  }
  graph.flow(value, cell);
  log.write(node, cell.root);
  if (ts.isElementAccessExpression(target)) noteGrowth(builder, target, node);
  else if (cell.root.accessors) log.call(node, cell);
}

/** `xs[i] = v` may extend an ordinary array, unless the index turns out to be in bounds. */
function noteGrowth(builder: FlowBuilder, target: ts.ElementAccessExpression, node: ts.Node): void {
  const shape = builder.shapeOf(target.expression);
  const type = builder.checker.getNonNullableType(builder.typeOf(target.expression));
  if (!shape || hasFixedLength(type)) return;
  const { checker, graph, log } = builder;
  if (!checker.isArrayType(type) && !checker.isTupleType(type)) return;
  const length = graph.slot(shape, lengthSlot);
  graph.flow({ number: () => mayGrow }, length);
  log.resize(node, length, { grows: true, shrinks: false, store: target });
}

const mayGrow = { ...anyLength, lo: anyLength.hi };

function assignList(
  builder: FlowBuilder,
  target: ts.ArrayLiteralExpression,
  value: Value,
  type: ts.Type,
  node: ts.Node,
): void {
  target.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element)) return;
    const isRest = ts.isSpreadElement(element);
    const part = positionPart(builder, value, type, index, isRest);
    assignPart(builder, isRest ? element.expression : element, part, node);
  });
}

function assignObject(
  builder: FlowBuilder,
  target: ts.ObjectLiteralExpression,
  value: Value,
  type: ts.Type,
  node: ts.Node,
): void {
  for (const property of target.properties) {
    if (ts.isSpreadAssignment(property)) {
      assignPart(builder, property.expression, { shape: value.shape }, node);
    } else if (ts.isShorthandPropertyAssignment(property)) {
      assignShorthand(builder, property, namedPart(builder, property.name, value, type), node);
    } else if (ts.isPropertyAssignment(property)) {
      assignPart(
        builder,
        property.initializer,
        namedPart(builder, property.name, value, type),
        node,
      );
    }
  }
}

function assignShorthand(
  builder: FlowBuilder,
  property: ts.ShorthandPropertyAssignment,
  part: Value,
  node: ts.Node,
): void {
  const symbol = builder.resolved(builder.checker.getShorthandAssignmentValueSymbol(property));
  if (!symbol) return;
  const target: Target = symbol;
  const cell = builder.cellOf(symbol);
  builder.graph.flow(part, cell);
  const fallback = property.objectAssignmentInitializer;
  if (fallback) builder.graph.flow(builder.valueOf(fallback), cell);
  builder.log.write(node, target);
}

/** One element of a pattern, which may have a default: `[a = 1] = xs`. */
function assignPart(builder: FlowBuilder, target: ts.Expression, part: Value, node: ts.Node): void {
  const bare = skipWrappers(target);
  const hasDefault =
    ts.isBinaryExpression(bare) && bare.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (!hasDefault) {
    assignTo(builder, bare, part, builder.typeOf(bare), node);
    return;
  }
  const type = builder.typeOf(bare.left);
  assignTo(builder, bare.left, part, type, node);
  assignTo(builder, bare.left, builder.valueOf(bare.right), type, node);
}
