import { ts } from "ts-morph";
import { skipWrappers } from "../../syntax.ts";
import { newList } from "../library/containers.ts";
import { nativeCall } from "../library/nativeCalls.ts";
import { isNativeSymbol, kindsOf } from "../library/typeKinds.ts";
import type { FlowBuilder } from "./builder.ts";
import type { Cell } from "./cell.ts";
import { baseOf } from "./classes.ts";
import { itemsOf } from "./iteration.ts";
import type { Shape } from "./shape.ts";
import { parameterSlot, resultSlot } from "./slots.ts";

export type Call = ts.CallExpression | ts.NewExpression;

/** `callee(arguments)` and `new Class(arguments)`. */
export function linkCall(builder: FlowBuilder, node: Call): Shape | undefined {
  const callee = skipWrappers(node.expression);
  if (callee.kind === ts.SyntaxKind.SuperKeyword) return superCall(builder, node);
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return unknownResult(builder, node);
  const symbol = calleeSymbol(builder, callee);
  if (symbol && isNativeSymbol(symbol)) return nativeCall(builder, node, symbol);
  const shape = builder.shapeOf(callee);
  if (!shape || (!symbol && kindsOf(builder.typeOf(callee)).open)) {
    builder.graph.escape(shape);
    return unknownResult(builder, node);
  }
  return callShape(builder, node, shape);
}

function calleeSymbol(builder: FlowBuilder, callee: ts.Expression): ts.Symbol | undefined {
  if (ts.isIdentifier(callee)) return builder.symbolAt(callee);
  if (ts.isPropertyAccessExpression(callee)) return builder.symbolAt(callee.name);
  if (ts.isElementAccessExpression(callee)) {
    const key = builder.typeOf(callee.argumentExpression);
    return key.isStringLiteral()
      ? builder.checker.getPropertyOfType(builder.typeOf(callee.expression), key.value)
      : undefined;
  }
  return undefined;
}

/** A call of functions in sight. */
function callShape(builder: FlowBuilder, node: Call, callee: Shape): Shape | undefined {
  passArguments(builder, node, callee);
  const result = builder.graph.slot(callee, resultSlot);
  builder.cellsOfNodes.set(node, result);
  builder.log.call(node, callee);
  return builder.graph.shapeOf(result);
}

/** Connects the arguments of a call to the parameters of a shape. */
export function passArguments(builder: FlowBuilder, node: Call, callee: Shape, skip = 0): void {
  const { graph } = builder;
  const all = (node.arguments ?? []).slice(skip);
  let firstSpread: number | undefined;
  for (const [index, argument] of all.entries()) {
    if (ts.isSpreadElement(argument)) {
      passSpread(builder, node, argument, index, callee);
      firstSpread ??= index;
      continue;
    }
    const value = builder.valueOf(argument);
    const last = firstSpread === undefined ? index : parameterCount(builder, node);
    for (let i = firstSpread ?? index; i <= last; i++) {
      graph.flow(value, graph.slot(callee, parameterSlot(i)));
    }
  }
}

function passSpread(
  builder: FlowBuilder,
  node: Call,
  argument: ts.SpreadElement,
  index: number,
  callee: Shape,
): void {
  const items = itemsOf(builder, argument.expression);
  for (let i = index; i <= Math.max(index, parameterCount(builder, node)); i++) {
    builder.graph.flow(items, builder.graph.slot(callee, parameterSlot(i)));
  }
}

/** How many parameters a spread argument may reach. */
function parameterCount(builder: FlowBuilder, node: Call): number {
  const signature = builder.checker.getResolvedSignature(node);
  return Math.max(8, signature?.parameters.length ?? 0);
}

/** `super(arguments)` */
function superCall(builder: FlowBuilder, node: Call): Shape | undefined {
  const owner = enclosingClass(node);
  const base = owner && baseOf(owner);
  const shape = base && builder.shapeOf(base);
  if (shape && !shape.isUnknown) {
    passArguments(builder, node, shape);
    builder.log.call(node, shape);
  } else {
    for (const argument of node.arguments ?? []) escapeArgument(builder, argument);
  }
  return undefined;
}

export function enclosingClass(node: ts.Node): ts.ClassLikeDeclaration | undefined {
  let current: ts.Node | undefined = node.parent;
  while (current && !ts.isClassLike(current)) current = current.parent;
  return current;
}

/** Nothing is known of what is called: it may keep the arguments and give anything. */
export function unknownResult(
  builder: FlowBuilder,
  node: Call | ts.TaggedTemplateExpression,
): Shape {
  const args = ts.isTaggedTemplateExpression(node) ? [] : (node.arguments ?? []);
  for (const argument of args) escapeArgument(builder, argument);
  builder.cellsOfNodes.set(node, builder.graph.outside);
  builder.log.call(node, builder.graph.unknown);
  return builder.graph.unknown;
}

export function escapeArgument(builder: FlowBuilder, argument: ts.Expression): void {
  const expression = ts.isSpreadElement(argument) ? argument.expression : argument;
  builder.graph.escape(builder.shapeOf(expression));
}

/** `` tag`a${b}` ``: a call with the texts and the values. */
export function taggedTemplate(
  builder: FlowBuilder,
  node: ts.TaggedTemplateExpression,
): Shape | undefined {
  const { graph } = builder;
  const spans = ts.isTemplateExpression(node.template) ? node.template.templateSpans : [];
  const symbol = calleeSymbol(builder, skipWrappers(node.tag));
  if (symbol && isNativeSymbol(symbol)) return undefined;
  const callee = builder.shapeOf(node.tag);
  if (!callee) return unknownResult(builder, node);
  graph.flow({ shape: newList(builder) }, graph.slot(callee, parameterSlot(0)));
  spans.forEach((span, index) => {
    graph.flow(builder.valueOf(span.expression), graph.slot(callee, parameterSlot(index + 1)));
  });
  const result: Cell = graph.slot(callee, resultSlot);
  builder.cellsOfNodes.set(node, result);
  builder.log.call(node, callee);
  return graph.shapeOf(result);
}
