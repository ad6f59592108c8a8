import type { FlowBuilder } from "../graph/builder.ts";
import type { Call } from "../graph/calls.ts";
import type { Shape } from "../graph/shape.ts";
import { elementSlot, lengthSlot } from "../graph/slots.ts";
import { anyLength, exactly } from "../values/lattice.ts";

interface Mutation {
  readonly shrinks?: boolean;
  readonly grows?: boolean;
}

/** The methods that change their array. */
const mutations: ReadonlyMap<string, Mutation> = new Map([
  ["Array.push", { grows: true }],
  ["Array.unshift", { grows: true }],
  ["Array.pop", { shrinks: true }],
  ["Array.shift", { shrinks: true }],
  ["Array.splice", { grows: true, shrinks: true }],
  ["Array.fill", {}],
  ["Array.sort", {}],
  ["Array.reverse", {}],
  ["Array.copyWithin", {}],
  ["TypedArrayOf.fill", {}],
  ["TypedArrayOf.sort", {}],
  ["TypedArrayOf.reverse", {}],
  ["TypedArrayOf.copyWithin", {}],
  ["TypedArrayOf.set", {}],
  ["bytearray.append", { grows: true }],
  ["bytearray.extend", { grows: true }],
]);

/** Notes that a call of a method changes elements or length of its array. */
export function noteMutation(builder: FlowBuilder, node: Call, key: string, receiver: Shape): void {
  const mutation = mutations.get(key);
  if (!mutation) return;
  const { graph, log } = builder;
  log.write(node, graph.slot(receiver, elementSlot));
  const { grows = false, shrinks = false } = mutation;
  if (!grows && !shrinks) return;
  const length = graph.slot(receiver, lengthSlot);
  if (grows) graph.flow({ number: () => anyLengthUp }, length);
  if (shrinks) graph.flow({ number: () => exactly(0) }, length);
  log.resize(node, length, { grows, shrinks });
}

/** What a growing list contributes: its upper bound only. */
const anyLengthUp = exactly(anyLength.hi);
