import { ts } from "ts-morph";
import { isWritten } from "../../bindings.ts";
import { pythonSubscript } from "../../pythonSubscript.ts";
import { libraryKey } from "../../typeFacts.ts";
import { plainNumberOf } from "../library/plainNumbers.ts";
import { giveType, newScope } from "../library/signatures.ts";
import { fixedElement, isNativeSymbol, isOfBoard, isText, kindsOf } from "../library/typeKinds.ts";
import type { FlowBuilder } from "./builder.ts";
import type { Cell } from "./cell.ts";
import { classShape } from "./classes.ts";
import { isStatic } from "./eventLog.ts";
import type { Value } from "./flowGraph.ts";
import type { Shape } from "./shape.ts";
import { dynamicSlot, elementSlot, lengthSlot, positionSlot, slotOfName } from "./slots.ts";

/** Symbols that are variables of a module or namespace, not properties of an object. */
const moduleMember =
  ts.SymbolFlags.Variable |
  ts.SymbolFlags.Function |
  ts.SymbolFlags.Class |
  ts.SymbolFlags.Module |
  ts.SymbolFlags.Enum |
  ts.SymbolFlags.EnumMember;

/** `object.name` */
export function propertyAccess(
  builder: FlowBuilder,
  node: ts.PropertyAccessExpression,
): Shape | undefined {
  const symbol = builder.symbolAt(node.name);
  if (symbol && symbol.flags & moduleMember && !(symbol.flags & ts.SymbolFlags.Property)) {
    return variableShape(builder, node, symbol);
  }
  const shape = builder.shapeOf(node.expression);
  const type = builder.typeOf(node.expression);
  const found = symbol ?? undefined;
  if (!found && kindsOf(type).open) return opened(builder, node, shape);
  if (found && isOfBoard(type) && !isDeclaredByStub(found)) return opened(builder, node, shape);
  const key = found && libraryKey(found);
  if (key !== undefined) builder.libraryKeys.set(node, key);
  const cell = cellOfProperty(builder, node, { shape, symbol: found, name: node.name.text });
  builder.cellsOfNodes.set(node, cell);
  return cell.root.objects ? builder.graph.shapeOf(cell) : undefined;
}

/** Does a stub declare it by itself? The fields of a `uctypes.struct` come from the program's descriptor. */
function isDeclaredByStub({ declarations }: ts.Symbol): boolean {
  return declarations?.some((one) => one.getSourceFile().isDeclarationFile) ?? false;
}

/** The value that a property of `shape` has. */
export function propertyValue(
  builder: FlowBuilder,
  node: ts.Node,
  shape: Shape | undefined,
  symbol: ts.Symbol | undefined,
  name: string,
): Value {
  return builder.graph.valueOf(cellOfProperty(builder, node, { shape, symbol, name }));
}

interface Property {
  readonly shape: Shape | undefined;
  readonly symbol: ts.Symbol | undefined;
  readonly name: string;
}

function cellOfProperty(
  builder: FlowBuilder,
  node: ts.Node,
  { shape, symbol, name }: Property,
): Cell {
  const { graph } = builder;
  if (symbol && isNativeSymbol(symbol)) return cellOfNative(builder, node, { shape, symbol, name });
  const owner = symbol && staticOwner(builder, symbol);
  const holder = owner ?? shape;
  if (!holder) return graph.outside;
  const cell = graph.slot(holder, symbol ? slotOfSymbol(symbol) : slotOfName(name));
  if (symbol && symbol.flags & ts.SymbolFlags.Accessor) builder.log.call(node, cell);
  return cell;
}

/** A private name has one spelling per class; a well-known symbol the one of its name. */
function slotOfSymbol(symbol: ts.Symbol): string {
  const { name } = symbol;
  if (name.startsWith("__@")) return slotOfName(`[${name.slice(3).replace(/@\d+$/, "")}]`);
  if (name.startsWith("__#")) return slotOfName(name.replace(/^__#\d+@/, ""));
  return slotOfName(name);
}

/** A static member belongs to the class that declares it, also where a subclass is named. */
function staticOwner(builder: FlowBuilder, symbol: ts.Symbol): Shape | undefined {
  const declaration = symbol.valueDeclaration;
  if (!declaration || !ts.isClassElement(declaration) || !isStatic(declaration)) return undefined;
  return ts.isClassLike(declaration.parent) ? classShape(builder, declaration.parent) : undefined;
}

function cellOfNative(
  builder: FlowBuilder,
  node: ts.Node,
  { shape, symbol, name }: Property,
): Cell {
  const { graph, checker } = builder;
  if (!symbol) return graph.outside;
  if (shape && name === "length") return graph.slot(shape, lengthSlot);
  const type = checker.getTypeOfSymbol(symbol);
  const isMethod = type.getCallSignatures().length > 0;
  // A method that is called is looked at by the call; as a value it may do anything to its object.
  if (isMethod && !isCallee(node)) graph.escape(shape);
  if (isMethod) return graph.outside;
  const plain = plainNumberOf(libraryKey(symbol));
  const cell = graph.cell();
  graph.flow(giveType(builder, type, newScope({ receiver: shape, plain })), cell);
  return cell;
}

function isCallee(node: ts.Node): boolean {
  let current = node;
  while (ts.isParenthesizedExpression(current.parent) || ts.isNonNullExpression(current.parent)) {
    current = current.parent;
  }
  const { parent } = current;
  return ts.isCallExpression(parent) && parent.expression === current;
}

function variableShape(
  builder: FlowBuilder,
  node: ts.Expression,
  symbol: ts.Symbol,
): Shape | undefined {
  if (symbol.flags & ts.SymbolFlags.EnumMember) return undefined;
  const cell = builder.cellOf(symbol);
  builder.cellsOfNodes.set(node, cell);
  return cell.root.objects ? builder.graph.shapeOf(cell) : undefined;
}

function opened(builder: FlowBuilder, node: ts.Node, shape: Shape | undefined): Shape {
  builder.graph.escape(shape);
  builder.cellsOfNodes.set(node, builder.graph.outside);
  return builder.graph.unknown;
}

/** `object[key]` */
export function elementAccess(
  builder: FlowBuilder,
  node: ts.ElementAccessExpression,
): Shape | undefined {
  const type = builder.checker.getNonNullableType(builder.typeOf(node.expression));
  builder.shapeOf(node.argumentExpression);
  const shape = builder.shapeOf(node.expression);
  if (isText(type) || !shape) return undefined;
  if (isEnumObject(type)) return undefined;
  if (kindsOf(type).open) return opened(builder, node, shape);
  const fixed = fixedElement(type);
  if (fixed) builder.fixedElements.set(node, fixed);
  const cell = givenElement(builder, node, type, shape) ?? cellOfElement(builder, node, shape);
  builder.cellsOfNodes.set(node, cell);
  return cell.root.objects ? builder.graph.shapeOf(cell) : undefined;
}

/** What a subscript of a Python object gives, by its declaration. */
function givenElement(
  builder: FlowBuilder,
  node: ts.ElementAccessExpression,
  type: ts.Type,
  receiver: Shape,
): Cell | undefined {
  const element = isWritten(node) ? undefined : pythonSubscript(builder.checker, type);
  if (!element) return undefined;
  const cell = builder.graph.cell();
  builder.graph.flow(giveType(builder, element, newScope({ receiver })), cell);
  return cell;
}

function isEnumObject(type: ts.Type): boolean {
  const symbol = type.getSymbol();
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Enum) !== 0;
}

function cellOfElement(builder: FlowBuilder, node: ts.ElementAccessExpression, shape: Shape): Cell {
  const { graph, checker } = builder;
  const key = node.argumentExpression;
  const keyType = builder.typeOf(key);
  if (keyType.isStringLiteral()) {
    const symbol = checker.getPropertyOfType(builder.typeOf(node.expression), keyType.value);
    return cellOfProperty(builder, node, { shape, symbol, name: keyType.value });
  }
  if (ts.isNumericLiteral(key)) return graph.slot(shape, positionSlot(Number(key.text)));
  if (keyType.flags & ts.TypeFlags.NumberLike) {
    return graph.slot(shape, elementSlot);
  }
  if (keyType.flags & ts.TypeFlags.StringLike) return graph.slot(shape, dynamicSlot);
  const cell = graph.slot(shape, elementSlot);
  graph.uniteCells(cell, graph.slot(shape, dynamicSlot));
  return cell;
}
