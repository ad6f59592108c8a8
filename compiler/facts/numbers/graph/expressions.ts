import { ts } from "ts-morph";
import { isAssignmentOperator } from "../../bindings.ts";
import { isNativeSymbol, kindsOf } from "../library/typeKinds.ts";
import { elementAccess, propertyAccess } from "./accesses.ts";
import { linkAssignment, linkIncrement } from "./assignments.ts";
import type { FlowBuilder } from "./builder.ts";
import { enclosingClass, linkCall, taggedTemplate } from "./calls.ts";
import { baseOf, classShape, instanceShape } from "./classes.ts";
import { isStatic } from "./eventLog.ts";
import type { Value } from "./flowGraph.ts";
import { awaited, functionShape, yieldValue } from "./functions.ts";
import { itemsOf } from "./iteration.ts";
import { arrayLiteral, objectLiteral } from "./literals.ts";
import type { Shape } from "./shape.ts";
import { generatorReturnSlot, resultSlot } from "./slots.ts";

/** Connects what one expression does, and gives the shape of the objects it may give. */
export function linkExpression(builder: FlowBuilder, node: ts.Expression): Shape | undefined {
  if (ts.isIdentifier(node)) return identifierShape(builder, node);
  if (ts.isPropertyAccessExpression(node)) return propertyAccess(builder, node);
  if (ts.isElementAccessExpression(node)) return elementAccess(builder, node);
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return linkCall(builder, node);
  if (ts.isBinaryExpression(node)) return binaryShape(builder, node);
  if (ts.isArrayLiteralExpression(node)) return arrayLiteral(builder, node);
  if (ts.isObjectLiteralExpression(node)) return objectLiteral(builder, node);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
    return functionShape(builder, node);
  }
  if (ts.isClassExpression(node)) return classShape(builder, node);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    linkIncrement(builder, node);
    return undefined;
  }
  return otherShape(builder, node);
}

function otherShape(builder: FlowBuilder, node: ts.Expression): Shape | undefined {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) {
    return builder.shapeOf(node.expression);
  }
  if (ts.isSatisfiesExpression(node)) return builder.shapeOf(node.expression);
  if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node))
    return castShape(builder, node);
  if (ts.isConditionalExpression(node)) {
    return eitherShape(builder, [node.whenTrue, node.whenFalse]);
  }
  if (ts.isAwaitExpression(node)) return awaitShape(builder, node);
  if (ts.isYieldExpression(node)) return yieldShape(builder, node);
  if (ts.isTaggedTemplateExpression(node)) return taggedTemplate(builder, node);
  if (node.kind === ts.SyntaxKind.ThisKeyword) return thisShape(builder, node);
  if (node.kind === ts.SyntaxKind.SuperKeyword) return superShape(builder, node);
  if (ts.isRegularExpressionLiteral(node) || ts.isMetaProperty(node)) return builder.graph.unknown;
  return undefined;
}

function identifierShape(builder: FlowBuilder, node: ts.Identifier): Shape | undefined {
  const { graph } = builder;
  if (node.text === "undefined") return undefined;
  const symbol = builder.symbolAt(node);
  if (!symbol) return graph.unknown;
  const isBuiltIn = isNativeSymbol(symbol) && symbol.flags & ts.SymbolFlags.Variable;
  const cell = builder.cellOf(symbol);
  builder.cellsOfNodes.set(node, cell);
  if (isBuiltIn && !cell.shape) return undefined;
  return cell.root.objects ? graph.shapeOf(cell) : undefined;
}

/** One of several values: their objects are no longer told apart. */
export function eitherShape(
  builder: FlowBuilder,
  nodes: readonly ts.Expression[],
): Shape | undefined {
  let result: Shape | undefined;
  for (const node of nodes) {
    const shape = builder.shapeOf(node);
    if (result && shape) builder.graph.unite(result, shape);
    result ??= shape;
  }
  return result?.root;
}

function binaryShape(builder: FlowBuilder, node: ts.BinaryExpression): Shape | undefined {
  const operator = node.operatorToken.kind;
  if (isAssignmentOperator(operator)) return linkAssignment(builder, node);
  switch (operator) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return eitherShape(builder, [node.left, node.right]);
    case ts.SyntaxKind.CommaToken:
      builder.shapeOf(node.left);
      return builder.shapeOf(node.right);
    default:
      builder.shapeOf(node.left);
      builder.shapeOf(node.right);
      return undefined;
  }
}

/** A cast between objects and primitives hides what happens. */
function castShape(
  builder: FlowBuilder,
  node: ts.AsExpression | ts.TypeAssertion,
): Shape | undefined {
  const shape = builder.shapeOf(node.expression);
  const from = kindsOf(builder.typeOf(node.expression));
  const to = kindsOf(builder.typeOf(node));
  if (from.objects && !to.objects) builder.graph.escape(shape);
  if (!from.objects && to.objects && !to.open) return builder.graph.unknown;
  return shape;
}

function awaitShape(builder: FlowBuilder, node: ts.AwaitExpression): Shape | undefined {
  const value = builder.valueOf(node.expression);
  builder.log.call(node, undefined);
  return giveNode(builder, node, awaited(builder, value, builder.typeOf(node.expression)));
}

function yieldShape(builder: FlowBuilder, node: ts.YieldExpression): Shape | undefined {
  const { graph } = builder;
  builder.log.call(node, undefined);
  if (!node.expression) {
    const next = yieldValue(builder, node, {});
    return giveNode(builder, node, graph.valueOf(next));
  }
  if (!node.asteriskToken) {
    const next = yieldValue(builder, node, builder.valueOf(node.expression));
    return giveNode(builder, node, graph.valueOf(next));
  }
  yieldValue(builder, node, itemsOf(builder, node.expression));
  const inner = builder.shapeOf(node.expression);
  if (!inner) return undefined;
  return giveNode(builder, node, graph.valueOf(graph.slot(inner, generatorReturnSlot)));
}

function giveNode(builder: FlowBuilder, node: ts.Expression, value: Value): Shape | undefined {
  builder.graph.flow(value, builder.cellOfNode(node));
  return value.shape;
}

/** The object whose method this is: an instance, a class, an object literal. */
function thisShape(builder: FlowBuilder, node: ts.Node): Shape {
  const owner = ownerOfThis(node);
  if (!owner) return builder.graph.unknown;
  if (ts.isObjectLiteralExpression(owner.holder)) {
    return builder.shapeOf(owner.holder) ?? builder.graph.unknown;
  }
  return owner.isStatic ? classShape(builder, owner.holder) : instanceShape(builder, owner.holder);
}

interface ThisOwner {
  readonly holder: ts.ClassLikeDeclaration | ts.ObjectLiteralExpression;
  readonly isStatic: boolean;
}

function ownerOfThis(node: ts.Node): ThisOwner | undefined {
  for (let current = node.parent; current; current = current.parent) {
    if (ts.isClassStaticBlockDeclaration(current)) {
      return { holder: current.parent, isStatic: true };
    }
    if (ts.isFunctionDeclaration(current) || ts.isFunctionExpression(current)) return undefined;
    const { parent } = current;
    if (ts.isClassElement(current) && ts.isClassLike(parent)) {
      return { holder: parent, isStatic: isStatic(current) };
    }
    const isMethod = ts.isMethodDeclaration(current) || ts.isAccessor(current);
    if (isMethod && ts.isObjectLiteralExpression(parent)) {
      return { holder: parent, isStatic: false };
    }
  }
  return undefined;
}

/** `super` as the object of `super.x`: the base's members are found on one's own shape. */
function superShape(builder: FlowBuilder, node: ts.Node): Shape {
  const owner = enclosingClass(node);
  const base = owner && baseOf(owner);
  const shape = base && builder.shapeOf(base);
  if (!owner || !shape || shape.isUnknown) return thisShape(builder, node);
  const isInStatic = ownerOfThis(node)?.isStatic ?? false;
  if (isInStatic) return shape;
  return builder.graph.shapeOf(builder.graph.slot(shape, resultSlot));
}
