import type { FlowBuilder } from "../graph/builder.ts";
import { escapeArgument, passArguments } from "../graph/calls.ts";
import type { Source } from "../graph/cell.ts";
import { itemsOf } from "../graph/iteration.ts";
import type { Shape } from "../graph/shape.ts";
import {
  dynamicSlot,
  elementSlot,
  lengthSlot,
  parameterSlot,
  positionSlot,
  resultSlot,
} from "../graph/slots.ts";
import { anyIndex, exactly } from "../values/lattice.ts";
import { newList } from "./containers.ts";
import { concatenated, flattened, resized, sameLength, sliced } from "./listResults.ts";
import { callBySignature, type NativeCall } from "./nativeCalls.ts";
import { arrayFrom, newArray, newTypedArray } from "./newArrays.ts";
import { giveResult } from "./results.ts";

type SpecialCall = (builder: FlowBuilder, call: NativeCall) => Shape | undefined;

/**
 * `reduce`: the accumulator is the initial value (or an element) and whatever the callback gives;
 * by its signature alone the results would be taken for elements.
 */
function reduce(builder: FlowBuilder, { node, receiver }: NativeCall): Shape | undefined {
  const { graph, log } = builder;
  const [callback, initial] = node.arguments ?? [];
  const accumulator = graph.cell();
  const element = receiver ? graph.slot(receiver, elementSlot) : graph.outside;
  const shape = callback && builder.shapeOf(callback);
  if (initial) graph.flow(builder.valueOf(initial), accumulator);
  else graph.flowCell(element, accumulator);
  if (shape) {
    graph.flowCell(accumulator, graph.slot(shape, parameterSlot(0)));
    graph.flowCell(element, graph.slot(shape, parameterSlot(1)));
    graph.flow({ number: () => anyIndex }, graph.slot(shape, parameterSlot(2)));
    if (receiver) graph.flow({ shape: receiver }, graph.slot(shape, parameterSlot(3)));
    graph.flowCell(graph.slot(shape, resultSlot), accumulator);
    log.call(node, shape);
  }
  builder.cellsOfNodes.set(node, accumulator);
  return graph.shapeOf(accumulator);
}

function reverse(builder: FlowBuilder, { node, receiver }: NativeCall): Shape | undefined {
  return giveResult(builder, node, { shape: receiver });
}

/** `Object.assign(a, b)`: properties may be anyone's. */
function assign(builder: FlowBuilder, { node }: NativeCall): Shape | undefined {
  const { graph } = builder;
  const [target, ...sources] = (node.arguments ?? []).map((argument) => builder.shapeOf(argument));
  for (const source of sources) if (target && source) graph.unite(target, source);
  return giveResult(builder, node, { shape: target });
}

/** `Object.values(record)` and `Object.entries(record)` */
function valuesOf(builder: FlowBuilder, { node, key }: NativeCall): Shape | undefined {
  const { graph } = builder;
  const argument = node.arguments?.[0];
  const record = argument && builder.shapeOf(argument);
  const list = newList(builder);
  if (!record) return giveResult(builder, node, { shape: list });
  const value = graph.slot(record, dynamicSlot);
  graph.uniteCells(value, graph.slot(record, elementSlot));
  if (key === "ObjectConstructor.values") {
    graph.flowCell(value, graph.slot(list, elementSlot));
  } else {
    const pair = newList(builder, true);
    graph.flow({ number: () => exactly(2) }, graph.slot(pair, lengthSlot));
    graph.flowCell(value, graph.slot(pair, positionSlot(1)));
    graph.flow({ shape: pair }, graph.slot(list, elementSlot));
  }
  return giveResult(builder, node, { shape: list });
}

/** `f.call(object, a, b)` is `f(a, b)`. */
function callMethod(builder: FlowBuilder, { node, receiver }: NativeCall): Shape | undefined {
  const { graph, log } = builder;
  const self = node.arguments?.[0];
  if (self) escapeArgument(builder, self);
  if (!receiver) return undefined;
  passArguments(builder, node, receiver, 1);
  log.call(node, receiver);
  return giveResult(builder, node, graph.valueOf(graph.slot(receiver, resultSlot)));
}

/** `apply` and `bind`: the function and all that it is given are followed no further. */
function giveUp(builder: FlowBuilder, { node, receiver }: NativeCall): Shape | undefined {
  const { graph, log } = builder;
  graph.escape(receiver);
  for (const argument of node.arguments ?? []) escapeArgument(builder, argument);
  log.call(node, graph.unknown);
  return giveResult(builder, node, graph.valueOf(graph.outside));
}

/** `sum(values)`: an int unless there are floats. */
function sum(builder: FlowBuilder, { node }: NativeCall): Shape | undefined {
  const [values, start] = node.arguments ?? [];
  const item = values && itemsOf(builder, values).number;
  if (start) builder.shapeOf(start);
  const number: Source = (reader) => {
    const fact = item?.(reader) ?? exactly(0);
    const first = start ? reader.evaluate(start) : exactly(0);
    const hi = fact.hi > 0 ? Number.POSITIVE_INFINITY : first.hi;
    const lo = fact.lo < 0 ? Number.NEGATIVE_INFINITY : first.lo;
    const float = fact.float || first.float;
    return { ...fact, int: true, float, nan: fact.nan || float, infinite: float, lo, hi };
  };
  return giveResult(builder, node, { number });
}

/** `range(stop)`, `range(start, stop)`: ints from `start` on, below `stop`. */
function range(builder: FlowBuilder, call: NativeCall): Shape | undefined {
  const { graph } = builder;
  const args = call.node.arguments ?? [];
  const shape = callBySignature(builder, call);
  if (args.length > 2 || args.length === 0) return shape;
  const list = newList(builder);
  const number: Source = (reader) => {
    const stop = reader.evaluate(args[args.length - 1]!);
    const start = args.length === 2 ? reader.evaluate(args[0]!) : exactly(0);
    const lo = start.lo;
    const hi = stop.hi - 1;
    return lo <= hi ? { ...exactly(0), lo, hi } : exactly(0);
  };
  graph.flow({ number }, graph.slot(list, elementSlot));
  return giveResult(builder, call.node, { shape: list });
}

export const specialCalls: ReadonlyMap<string, SpecialCall> = new Map<string, SpecialCall>([
  ["Array", newArray],
  ["ArrayConstructor.from", arrayFrom],
  ["TypedArrayConstructorOf.from", newTypedArray],
  ["TypedArrayConstructorOf.of", newTypedArray],
  ...[
    "Uint8Array",
    "Uint8ClampedArray",
    "Int8Array",
    "Uint16Array",
    "Int16Array",
    "Uint32Array",
    "Int32Array",
    "Float32Array",
    "Float64Array",
  ].map((name): [string, SpecialCall] => [name, newTypedArray]),
  ["Array.reduce", reduce],
  ["Array.reduceRight", reduce],
  ["TypedArrayOf.reduce", reduce],
  ["TypedArrayOf.reduceRight", reduce],
  ["Array.reverse", reverse],
  ["Array.map", sameLength],
  ["Array.toSorted", sameLength],
  ["Array.toReversed", sameLength],
  ["Array.with", sameLength],
  ["Array.slice", sliced],
  ["Array.filter", resized],
  ["Array.concat", concatenated],
  ["Array.flat", flattened],
  ["TypedArrayOf.map", sameLength],
  ["TypedArrayOf.toSorted", sameLength],
  ["TypedArrayOf.toReversed", sameLength],
  ["TypedArrayOf.with", sameLength],
  ["TypedArrayOf.slice", sliced],
  ["TypedArrayOf.subarray", sliced],
  ["TypedArrayOf.filter", resized],
  ["ObjectConstructor.assign", assign],
  ["ObjectConstructor.values", valuesOf],
  ["ObjectConstructor.entries", valuesOf],
  ["CallableFunction.call", callMethod],
  ["CallableFunction.apply", giveUp],
  ["CallableFunction.bind", giveUp],
  ["Function.call", callMethod],
  ["Function.apply", giveUp],
  ["Function.bind", giveUp],
  ["sum", sum],
  ["range", range],
]);
