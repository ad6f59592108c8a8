import type { ts } from "ts-morph";
import type { NumberFact } from "../../numberFacts.ts";
import type { FlowBuilder } from "../graph/builder.ts";
import type { Reader, Source } from "../graph/cell.ts";
import { lengthWith } from "../graph/literals.ts";
import type { Shape } from "../graph/shape.ts";
import { elementSlot, lengthSlot } from "../graph/slots.ts";
import { anyLength, exactly, intRange, isNone, noNumber } from "../values/lattice.ts";
import { newList } from "./containers.ts";
import { callBySignature, type NativeCall } from "./nativeCalls.ts";
import { giveResult } from "./results.ts";

/* Methods that give a new array whose length is known from the old one's. */

/** A new list with the elements that the signature gives, and a length of its own. */
function listOf(builder: FlowBuilder, call: NativeCall, length: Source): Shape | undefined {
  const { graph } = builder;
  const bySignature = callBySignature(builder, call);
  if (!bySignature) return undefined;
  const list = newList(builder, true);
  graph.flowCell(graph.slot(bySignature, elementSlot), graph.slot(list, elementSlot));
  graph.flow({ number: length }, graph.slot(list, lengthSlot));
  return giveResult(builder, call.node, { shape: list });
}

function lengthOf(builder: FlowBuilder, shape: Shape | undefined): Source {
  if (!shape) return () => anyLength;
  const cell = builder.graph.slot(shape, lengthSlot);
  return (reader) => reader.read(cell);
}

/** `map` and its kin: one element for each. */
export function sameLength(builder: FlowBuilder, call: NativeCall): Shape | undefined {
  return listOf(builder, call, lengthOf(builder, call.receiver));
}

/** `filter`: at most as many. */
export function resized(builder: FlowBuilder, call: NativeCall): Shape | undefined {
  const length = lengthOf(builder, call.receiver);
  return listOf(builder, call, (reader) => upTo(length(reader)));
}

function upTo(length: NumberFact): NumberFact {
  return isNone(length) ? length : intRange(0, Math.max(0, length.hi));
}

/** `slice(start, end)` */
export function sliced(builder: FlowBuilder, call: NativeCall): Shape | undefined {
  const length = lengthOf(builder, call.receiver);
  const [start, end] = call.node.arguments ?? [];
  return listOf(builder, call, (reader) => sliceLength(reader, length(reader), start, end));
}

function sliceLength(
  reader: Reader,
  length: NumberFact,
  startNode: ts.Expression | undefined,
  endNode: ts.Expression | undefined,
): NumberFact {
  if (isNone(length)) return noNumber;
  const start = startNode ? reader.evaluate(startNode) : exactly(0);
  const end = endNode ? reader.evaluate(endNode) : length;
  if (isNone(start) || isNone(end)) return noNumber;
  const isPlain = !start.nan && !end.nan && start.lo >= 0 && end.lo >= 0;
  if (!isPlain) return upTo(length);
  const least = Math.min(end.lo, length.lo) - Math.min(start.hi, length.hi);
  const most = Math.min(end.hi, length.hi) - Math.min(start.lo, length.lo);
  // A fraction is cut off at either end.
  return intRange(Math.max(0, Math.floor(least)), Math.max(0, Math.ceil(most)));
}

/** `concat(...others)` */
export function concatenated(builder: FlowBuilder, call: NativeCall): Shape | undefined {
  const { graph } = builder;
  const lists = call.receiver ? [graph.slot(call.receiver, lengthSlot)] : [];
  const hasArguments = (call.node.arguments?.length ?? 0) > 0;
  return listOf(builder, call, (reader) => {
    const own = lengthWith(reader, 0, lists);
    return hasArguments ? intRange(own.lo, anyLength.hi) : own;
  });
}

/** `flat()`: the elements of the elements, and elements that are no lists. */
export function flattened(builder: FlowBuilder, call: NativeCall): Shape | undefined {
  const { graph } = builder;
  const list = newList(builder);
  const target = graph.slot(list, elementSlot);
  for (const argument of call.node.arguments ?? []) builder.shapeOf(argument);
  let level = call.receiver;
  const mostLevels = 4;
  for (let depth = 0; depth < mostLevels && level; depth++) {
    const element = graph.slot(level, elementSlot);
    graph.flowCell(element, target);
    level = graph.shapeOf(element);
  }
  return giveResult(builder, call.node, { shape: list });
}
