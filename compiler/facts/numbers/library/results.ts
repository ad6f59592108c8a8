import type { ts } from "ts-morph";
import type { FlowBuilder } from "../graph/builder.ts";
import type { Value } from "../graph/flowGraph.ts";
import type { Shape } from "../graph/shape.ts";

/** Makes `value` the result of a call. */
export function giveResult(builder: FlowBuilder, node: ts.Node, value: Value): Shape | undefined {
  const cell = builder.graph.cell();
  builder.graph.flow(value, cell);
  builder.cellsOfNodes.set(node, cell);
  return value.shape;
}
