import { ts } from "ts-morph";
import { newList } from "../library/containers.ts";
import { exactly, intRange, maxLength } from "../values/lattice.ts";
import type { NumberFact } from "../../numberFacts.ts";
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
  const spreads: Cell[] = [];
  const byPosition =
    node.elements.length <= mostPositions && !node.elements.some(ts.isSpreadElement);
  node.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element)) return;
    const slot = graph.slot(shape, byPosition ? positionSlot(index) : elementSlot);
    if (!ts.isSpreadElement(element)) return graph.flow(builder.valueOf(element), slot);
    graph.flow(itemsOf(builder, element.expression), slot);
    const spread = builder.shapeOf(element.expression);
    spreads.push(spread ? graph.slot(spread, lengthSlot) : graph.outside);
  });
  const single = node.elements.length - spreads.length;
  const number = (reader: Reader) => lengthWith(reader, single, spreads);
  graph.flow({ number }, graph.slot(shape, lengthSlot));
  return shape;
}

/** The length of a list of `single` items and the items of other lists. */
export function lengthWith(reader: Reader, single: number, lists: readonly Cell[]): NumberFact {
  if (lists.length === 0) return exactly(single);
  let lo = single;
  let hi = single;
  for (const list of lists) {
    const fact = reader.read(list);
    lo += Math.max(0, fact.lo);
    hi += Math.max(0, fact.hi);
  }
  return lo > hi ? exactly(single) : intRange(Math.min(lo, maxLength), Math.min(hi, maxLength));
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
  if (!symbol) return graph.flow(graph.valueOf(graph.outside), slot);
  const cell = builder.cellOf(symbol);
  const number = (reader: Reader) => reader.evaluate(property.name);
  graph.flow({ number, shape: cell.root.objects ? graph.shapeOf(cell) : undefined }, slot);
}
