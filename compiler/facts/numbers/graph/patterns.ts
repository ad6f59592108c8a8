import { ts } from "ts-morph";
import { newList } from "../library/containers.ts";
import { isText } from "../library/typeKinds.ts";
import { propertyValue } from "./accesses.ts";
import type { FlowBuilder } from "./builder.ts";
import type { Value } from "./flowGraph.ts";
import { itemsOfShape } from "./iteration.ts";
import { elementSlot, positionSlot, slotOfName } from "./slots.ts";

/** `const name = value`, where the name may be a pattern; `type` is the value's. */
export function bindName(
  builder: FlowBuilder,
  name: ts.BindingName,
  value: Value,
  type: ts.Type,
): void {
  if (ts.isIdentifier(name)) {
    const symbol = builder.symbolOfName(name);
    if (symbol) builder.graph.flow(value, builder.cellOf(symbol));
    return;
  }
  name.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element)) return;
    const part = ts.isObjectBindingPattern(name)
      ? propertyPart(builder, element, value, type)
      : positionPart(builder, value, type, index, element.dotDotDotToken !== undefined);
    bindElement(builder, element, part);
  });
}

function bindElement(builder: FlowBuilder, element: ts.BindingElement, part: Value): void {
  const type = builder.typeOf(element.name);
  bindName(builder, element.name, part, type);
  if (element.initializer) {
    bindName(builder, element.name, builder.valueOf(element.initializer), type);
  }
  if (ts.isIdentifier(element.name)) noteWrite(builder, element);
}

/** The binding of a loop is made afresh in every turn: a write like any other. */
function noteWrite(builder: FlowBuilder, element: ts.BindingElement): void {
  const symbol = builder.symbolOfName(element.name);
  if (symbol) builder.log.write(element, symbol);
}

function propertyPart(
  builder: FlowBuilder,
  element: ts.BindingElement,
  source: Value,
  type: ts.Type,
): Value {
  if (element.dotDotDotToken) return { shape: source.shape };
  const name = element.propertyName ?? element.name;
  return namedPart(builder, name, source, type);
}

/** The property of a pattern's source that a name, literal or computed name picks. */
export function namedPart(
  builder: FlowBuilder,
  name: ts.Node,
  source: Value,
  type: ts.Type,
): Value {
  const text = literalName(name);
  if (text !== undefined) {
    const symbol = builder.checker.getPropertyOfType(builder.checker.getApparentType(type), text);
    return propertyValue(builder, name, source.shape, symbol, text);
  }
  if (!source.shape) return {};
  builder.graph.escape(source.shape);
  return builder.graph.valueOf(builder.graph.outside);
}

export function literalName(name: ts.Node): string | undefined {
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) return name.text;
  if (ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text;
  if (ts.isComputedPropertyName(name)) {
    const { expression } = name;
    if (ts.isStringLiteralLike(expression) || ts.isNumericLiteral(expression)) {
      return expression.text;
    }
    return wellKnownName(expression);
  }
  return undefined;
}

/** `Symbol.iterator` is the name "[iterator]". */
function wellKnownName(node: ts.Expression): string | undefined {
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  return node.expression.text === "Symbol" ? `[${node.name.text}]` : undefined;
}

/** What the pattern `[.., x, ..]` or `[..., ...x]` takes from its source. */
export function positionPart(
  builder: FlowBuilder,
  source: Value,
  type: ts.Type,
  index: number,
  isRest: boolean,
): Value {
  const { graph, checker } = builder;
  const { shape } = source;
  if (!shape || isText(type)) return {};
  const isList = checker.isArrayType(type) || checker.isTupleType(type);
  if (isRest) {
    const rest = newList(builder);
    const items = isList
      ? graph.valueOf(graph.slot(shape, elementSlot))
      : itemsOfShape(builder, shape, type, {});
    graph.flow(items, graph.slot(rest, elementSlot));
    return { shape: rest };
  }
  if (isList) return graph.valueOf(graph.slot(shape, positionSlot(index)));
  return itemsOfShape(builder, shape, type, {});
}

/** The slot of a declared member's name; undefined where it is computed. */
export function slotOfMember(name: ts.PropertyName): string | undefined {
  const text = literalName(name);
  return text === undefined ? undefined : slotOfName(text);
}
