import { ts } from "ts-morph";
import type { NumberFact } from "../../numberFacts.ts";
import { newList } from "../library/containers.ts";
import { fixedElement } from "../library/typeKinds.ts";
import { anyLength, intRange, isNone, maxLength, meet, noNumber } from "../values/lattice.ts";
import type { FlowBuilder } from "./builder.ts";
import type { Cell, Reader } from "./cell.ts";
import { linkMember } from "./classes.ts";
import { itemsOf } from "./iteration.ts";
import { slotOfMember } from "./patterns.ts";
import { Shape } from "./shape.ts";
import { dynamicSlot, elementSlot, lengthSlot, positionSlot, slotOfName } from "./slots.ts";

/** Longer lists are not followed position by position. */
const mostPositions = 16;

/** `[a, b, ...c]` */
export function arrayLiteral(builder: FlowBuilder, node: ts.ArrayLiteralExpression): Shape {
  const { graph } = builder;
  const shape = newList(builder, true);
  const spreads: (Cell | undefined)[] = [];
  const byPosition =
    node.elements.length <= mostPositions && !node.elements.some(ts.isSpreadElement);
  for (const [index, element] of node.elements.entries()) {
    if (ts.isOmittedExpression(element)) continue;
    const slot = graph.slot(shape, byPosition ? positionSlot(index) : elementSlot);
    if (ts.isSpreadElement(element)) {
      graph.flow(itemsOf(builder, element.expression), slot);
      spreads.push(lengthCell(builder, element.expression));
    } else graph.flow(builder.valueOf(element), slot);
  }
  const single = node.elements.length - spreads.length;
  const number = (reader: Reader) => lengthWith(reader, single, spreads);
  graph.flow({ number }, graph.slot(shape, lengthSlot));
  return shape;
}

/** The length of what is spread; of anything but a list it is not known. */
function lengthCell(builder: FlowBuilder, node: ts.Expression): Cell | undefined {
  const shape = builder.shapeOf(node);
  const { checker } = builder;
  const type = checker.getNonNullableType(builder.typeOf(node));
  const isList = checker.isArrayType(type) || checker.isTupleType(type) || fixedElement(type);
  return shape && isList ? builder.graph.slot(shape, lengthSlot) : undefined;
}

/** The length of a list of `single` items and the items of other lists; undefined: any number. */
export function lengthWith(
  reader: Reader,
  single: number,
  lists: readonly (Cell | undefined)[],
): NumberFact {
  let lo = single;
  let hi = single;
  for (const list of lists) {
    const fact = list ? meet(reader.read(list), anyLength) : anyLength;
    if (isNone(fact)) return noNumber;
    lo += fact.lo;
    hi += fact.hi;
  }
  return intRange(Math.min(lo, maxLength), Math.min(hi, maxLength));
}

/** `{ a: 1, b, c() {}, ...d }` */
export function objectLiteral(builder: FlowBuilder, node: ts.ObjectLiteralExpression): Shape {
  const { graph } = builder;
  const shape = new Shape();
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) {
      const spread = builder.shapeOf(property.expression);
      // A copy: one shape with the original is coarser, and right.
      if (spread) graph.unite(shape, spread);
    } else if (ts.isPropertyAssignment(property)) {
      const slot = graph.slot(shape, slotOfMember(property.name) ?? dynamicSlot);
      graph.flow(builder.valueOf(property.initializer), slot);
    } else if (ts.isShorthandPropertyAssignment(property)) {
      linkShorthand(builder, property, graph.slot(shape, slotOfName(property.name.text)));
    } else linkMember(builder, property, shape);
  }
  return shape;
}

function linkShorthand(
  builder: FlowBuilder,
  property: ts.ShorthandPropertyAssignment,
  slot: Cell,
): void {
  const symbol = builder.resolved(builder.checker.getShorthandAssignmentValueSymbol(property));
  const { graph } = builder;
  if (!symbol) {
    graph.flow(graph.valueOf(graph.outside), slot);
    return;
  }
  const cell = builder.cellOf(symbol);
  const number = (reader: Reader) => reader.evaluate(property.name);
  graph.flow({ number, shape: cell.root.objects ? graph.shapeOf(cell) : undefined }, slot);
}
