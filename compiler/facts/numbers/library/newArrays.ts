import { ts } from "ts-morph";
import type { NumberFact } from "../../numberFacts.ts";
import type { FlowBuilder } from "../graph/builder.ts";
import type { Source } from "../graph/cell.ts";
import type { Value } from "../graph/flowGraph.ts";
import { itemsOfShape } from "../graph/iteration.ts";
import type { Shape } from "../graph/shape.ts";
import { elementSlot, lengthSlot, parameterSlot, resultSlot } from "../graph/slots.ts";
import {
  anyIndex,
  anyLength,
  exactly,
  hasRange,
  intRange,
  maxLength,
  noNumber,
} from "../values/lattice.ts";
import { newList } from "./containers.ts";
import type { NativeCall } from "./nativeCalls.ts";
import { giveResult } from "./results.ts";
import { fixedElement, isText, kindsOf } from "./typeKinds.ts";

/** A length that a program asks for: fractions and negative numbers are refused or cut off. */
function askedLength(fact: NumberFact): NumberFact {
  if (!hasRange(fact)) return fact.nan ? exactly(0) : noNumber;
  const lo = Math.max(0, Math.floor(fact.lo));
  const hi = Math.min(maxLength, Math.floor(fact.hi));
  return lo <= hi ? intRange(fact.nan ? 0 : lo, hi) : noNumber;
}

/** `new Array(n)` has n places; `new Array(a, b)` two elements. */
export function newArray(builder: FlowBuilder, { node }: NativeCall): Shape | undefined {
  const { graph } = builder;
  const args = node.arguments ?? [];
  const list = newList(builder, true);
  const [first] = args;
  const kinds = first && kindsOf(builder.typeOf(first));
  const isCount = args.length === 1 && kinds?.numbers === true && !kinds.objects;
  if (!isCount) for (const argument of args) addItem(builder, argument, list);
  const isOpen = args.some(ts.isSpreadElement) || (args.length === 1 && kinds?.open === true);
  const number: Source = (reader) => {
    if (first && isCount) return askedLength(reader.evaluate(first));
    return isOpen ? anyLength : exactly(args.length);
  };
  graph.flow({ number }, graph.slot(list, lengthSlot));
  return giveResult(builder, node, { shape: list });
}

function addItem(builder: FlowBuilder, argument: ts.Expression, list: Shape): void {
  const { graph } = builder;
  const slot = graph.slot(list, elementSlot);
  if (!ts.isSpreadElement(argument)) {
    graph.flow(builder.valueOf(argument), slot);
    return;
  }
  const shape = builder.shapeOf(argument.expression);
  if (!shape) return;
  graph.flow(itemsOfShape(builder, shape, builder.typeOf(argument.expression), {}), slot);
}

/** `Array.from(source, map)`: from anything that can be counted or gone through. */
export function arrayFrom(builder: FlowBuilder, { node }: NativeCall): Shape | undefined {
  const list = newList(builder, true);
  fillFrom(builder, node, list);
  return giveResult(builder, node, { shape: list });
}

/** Gives `list` the elements and the length of `from(source, map)`. */
function fillFrom(builder: FlowBuilder, node: NativeCall["node"], list: Shape): void {
  const { graph, log } = builder;
  const [source, map] = node.arguments ?? [];
  const target = graph.slot(list, elementSlot);
  const length = source ? lengthOfSource(builder, source) : () => exactly(0);
  graph.flow({ number: length }, graph.slot(list, lengthSlot));
  const items = source ? itemsOfSource(builder, source) : {};
  const callback = map && builder.shapeOf(map);
  if (!callback) {
    graph.flow(items, target);
    return;
  }
  const index: Source = (reader) => intRange(0, Math.max(0, length(reader).hi - 1));
  graph.flow(items, graph.slot(callback, parameterSlot(0)));
  graph.flow({ number: index }, graph.slot(callback, parameterSlot(1)));
  graph.flowCell(graph.slot(callback, resultSlot), target);
  log.call(node, callback);
}

function itemsOfSource(builder: FlowBuilder, source: ts.Expression): Value {
  const type = builder.typeOf(source);
  const shape = builder.shapeOf(source);
  if (!shape || isText(type)) return {};
  if (ts.isObjectLiteralExpression(source)) {
    return builder.graph.valueOf(builder.graph.slot(shape, elementSlot));
  }
  return itemsOfShape(builder, shape, type, { node: source });
}

/** The length of a list, or what `{ length: n }` says; of iterators it is not known. */
function lengthOfSource(builder: FlowBuilder, source: ts.Expression): Source {
  const type = builder.typeOf(source);
  const shape = builder.shapeOf(source);
  const hasLength = type.getProperty("length") !== undefined && !isText(type);
  if (!shape || !hasLength) return () => anyLength;
  const cell = builder.graph.slot(shape, lengthSlot);
  return (reader) => askedLength(reader.read(cell));
}

/** `new Uint8Array(n)`, `new Uint8Array([1, 2])`, `Uint8Array.from(...)`, `Uint8Array.of(...)` */
export function newTypedArray(builder: FlowBuilder, call: NativeCall): Shape | undefined {
  const { graph } = builder;
  const { node, key } = call;
  const list = newList(builder, true);
  const element = fixedElement(builder.typeOf(node)) ?? anyIndex;
  graph.flow({ number: () => element }, graph.slot(list, elementSlot));
  if (key?.endsWith(".from")) fillFrom(builder, node, list);
  else if (key?.endsWith(".of"))
    addLength(builder, list, () => exactly(node.arguments?.length ?? 0));
  else addLength(builder, list, lengthOfNew(builder, node));
  for (const argument of node.arguments ?? []) builder.shapeOf(argument);
  return giveResult(builder, node, { shape: list });
}

function addLength(builder: FlowBuilder, list: Shape, number: Source): void {
  builder.graph.flow({ number }, builder.graph.slot(list, lengthSlot));
}

function lengthOfNew(builder: FlowBuilder, node: NativeCall["node"]): Source {
  const [first, offset] = node.arguments ?? [];
  if (!first) return () => exactly(0);
  const type = builder.typeOf(first);
  if (kindsOf(type).numbers && !kindsOf(type).objects) {
    return (reader) => askedLength(reader.evaluate(first));
  }
  if (offset || type.getProperty("length") === undefined) return () => anyLength;
  return lengthOfSource(builder, first);
}
