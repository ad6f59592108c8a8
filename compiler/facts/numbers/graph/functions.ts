import { ts } from "ts-morph";
import type { FlowBuilder } from "./builder.ts";
import type { Cell } from "./cell.ts";
import type { Value } from "./flowGraph.ts";
import { bindName } from "./patterns.ts";
import { Shape } from "./shape.ts";
import {
  awaitedSlot,
  elementSlot,
  generatorNextSlot,
  generatorReturnSlot,
  parameterSlot,
  resultSlot,
} from "./slots.ts";

const shapes = new WeakMap<FlowBuilder, Map<ts.Node, Shape>>();

/** The shape of a function: its parameters and result are cells that calls connect to. */
export function functionShape(builder: FlowBuilder, node: ts.SignatureDeclaration): Shape {
  const known = shapesOf(builder).get(node);
  if (known) return known.root;
  const shape = new Shape();
  shape.functions.add(node);
  shapesOf(builder).set(node, shape);
  bindParameters(builder, shape, node);
  const body = "body" in node ? node.body : undefined;
  if (body && ts.isArrowFunction(node) && !ts.isBlock(body)) {
    returnValue(builder, node, builder.valueOf(node.body as ts.Expression), body);
  }
  return shape.root;
}

function shapesOf(builder: FlowBuilder): Map<ts.Node, Shape> {
  let map = shapes.get(builder);
  if (!map) {
    map = new Map();
    shapes.set(builder, map);
  }
  return map;
}

/** The functions whose parameters have been bound. */
export function functionsSeen(builder: FlowBuilder): Iterable<[ts.Node, Shape]> {
  return shapesOf(builder);
}

/** Makes the parameters' variables the parameter slots of `shape`. */
export function bindParameters(
  builder: FlowBuilder,
  shape: Shape,
  node: ts.SignatureDeclaration,
): void {
  const { graph } = builder;
  const parameters = node.parameters.filter((parameter) => !isThis(parameter));
  parameters.forEach((parameter, index) => {
    const cell = cellOfParameter(builder, parameter);
    if (parameter.dotDotDotToken) graph.restParameter(shape, index, cell);
    else graph.uniteCells(graph.slot(shape, parameterSlot(index)), cell);
    if (parameter.initializer) graph.flow(builder.valueOf(parameter.initializer), cell);
    if (!ts.isIdentifier(parameter.name)) {
      bindName(builder, parameter.name, graph.valueOf(cell), builder.typeOf(parameter.name));
    }
  });
}

function cellOfParameter(builder: FlowBuilder, parameter: ts.ParameterDeclaration): Cell {
  const symbol = ts.isIdentifier(parameter.name) ? builder.symbolOfName(parameter.name) : undefined;
  return symbol ? builder.cellOf(symbol) : builder.cellOfNode(parameter);
}

function isThis(parameter: ts.ParameterDeclaration): boolean {
  return ts.isIdentifier(parameter.name) && parameter.name.text === "this";
}

export function isAsyncFunction(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.AsyncKeyword) ?? false)
  );
}

export function isGenerator(node: ts.Node): boolean {
  return (
    (ts.isFunctionDeclaration(node) ||
      ts.isFunctionExpression(node) ||
      ts.isMethodDeclaration(node)) &&
    node.asteriskToken !== undefined
  );
}

/** The object that a call of a generator or async function gives. */
export function resultShape(builder: FlowBuilder, node: ts.SignatureDeclaration): Shape {
  const { graph } = builder;
  const result = graph.slot(functionShape(builder, node), resultSlot);
  return result.shapeOr(() => graph.nativeShape());
}

/** `return value`, or the expression that is an arrow function's body. */
export function returnValue(
  builder: FlowBuilder,
  node: ts.SignatureDeclaration,
  value: Value,
  expression: ts.Node,
): void {
  const { graph } = builder;
  if (isGenerator(node)) {
    graph.flow(value, graph.slot(resultShape(builder, node), generatorReturnSlot));
  } else if (isAsyncFunction(node)) {
    resolveWith(builder, graph.slot(resultShape(builder, node), awaitedSlot), value, expression);
  } else {
    graph.flow(value, graph.slot(functionShape(builder, node), resultSlot));
  }
}

/** A promise is resolved with a value, or with what that resolves to when it is a promise itself. */
export function resolveWith(
  builder: FlowBuilder,
  target: Cell,
  value: Value,
  expression: ts.Node,
): void {
  const { graph } = builder;
  graph.flow(awaited(builder, value, builder.typeOf(expression)), target);
}

/** What `await` gives for a value of a type. */
export function awaited(builder: FlowBuilder, value: Value, type: ts.Type): Value {
  const { graph } = builder;
  const { shape } = value;
  if (!shape) return value;
  const result = graph.cell();
  const parts = type.isUnion() ? type.types : [type];
  const isPromise = (part: ts.Type) => part.getProperty("then") !== undefined;
  if (parts.some((part) => !isPromise(part))) graph.flow(value, result);
  if (parts.some((part) => isPromise(part) || isOpen(part))) {
    graph.flowCell(graph.slot(shape, awaitedSlot), result);
  }
  return graph.valueOf(result);
}

function isOpen(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Instantiable)) !== 0;
}

/** `yield value` inside of a generator: the value goes to whoever iterates. */
export function yieldValue(builder: FlowBuilder, node: ts.YieldExpression, value: Value): Cell {
  const { graph } = builder;
  const owner = enclosingFunction(node);
  if (!owner) return graph.outside;
  const generator = resultShape(builder, owner);
  graph.flow(value, graph.slot(generator, elementSlot));
  return graph.slot(generator, generatorNextSlot);
}

export function enclosingFunction(node: ts.Node): ts.SignatureDeclaration | undefined {
  let current = node.parent;
  while (current && !ts.isFunctionLike(current)) {
    if (ts.isSourceFile(current) || ts.isClassStaticBlockDeclaration(current)) return undefined;
    if (ts.isPropertyDeclaration(current)) return undefined;
    current = current.parent;
  }
  return current;
}
