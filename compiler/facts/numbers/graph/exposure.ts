import { ts } from "ts-morph";
import { giveType, newScope } from "../library/signatures.ts";
import type { FlowBuilder } from "./builder.ts";
import { constructorOf } from "./classes.ts";
import { functionShape, functionsSeen } from "./functions.ts";
import type { FunctionNode, Shape } from "./shape.ts";
import { isParameter, parameterSlot } from "./slots.ts";

/*
 * What Python code that imports the program may do: call what the entry exports, and the methods
 * of what it is given, with anything that the declared types allow. It is trusted to leave the
 * fields of objects alone.
 */

/** Opens the functions that the entry exports, and those that nobody is seen to call. */
export function exposeExports(builder: FlowBuilder, entry: ts.SourceFile): void {
  const { checker } = builder;
  const exposed = new Set<Shape>();
  const module = checker.getSymbolAtLocation(entry);
  for (const symbol of module ? checker.getExportsOfModule(module) : []) {
    const resolved = builder.resolved(symbol);
    if (!resolved || !(resolved.flags & ts.SymbolFlags.Value)) continue;
    if (resolved.flags & ts.SymbolFlags.Enum) continue;
    expose(builder, builder.cellOf(resolved).shape, exposed);
  }
  exposeUncalled(builder);
}

/** Everything that can be called through an object may be called. */
function expose(builder: FlowBuilder, shape: Shape | undefined, exposed: Set<Shape>): void {
  const start = shape?.root;
  if (!start || start.isUnknown || exposed.has(start)) return;
  exposed.add(start);
  for (const node of start.functions) openParameters(builder, node, start);
  for (const [name, cell] of [...start.root.slots]) {
    if (!isParameter(name)) expose(builder, cell.shape, exposed);
  }
}

function openParameters(builder: FlowBuilder, node: FunctionNode, shape: Shape): void {
  builder.exposed.add(node);
  const callable = ts.isClassLike(node) ? constructorOf(node) : node;
  callable?.parameters.forEach((parameter, index) => {
    const value = giveType(builder, builder.typeOf(parameter), newScope({ isGeneric: true }));
    const { graph } = builder;
    if (!parameter.dotDotDotToken) graph.flow(value, graph.slot(shape, parameterSlot(index)));
    else if (value.shape) {
      const symbol = builder.symbolOfName(parameter.name);
      if (symbol) graph.flow(value, builder.cellOf(symbol));
    }
  });
}

/** A function without a call in sight is called from somewhere out of sight, or never. */
function exposeUncalled(builder: FlowBuilder): void {
  const called = new Set<Shape>([builder.graph.unknown]);
  for (const { callee } of builder.log.calls) {
    if (callee && "functions" in callee) called.add(callee.root);
  }
  for (const [node] of [...functionsSeen(builder)]) {
    if (!ts.isFunctionLike(node)) continue;
    const shape = functionShape(builder, node);
    if (!called.has(shape) && !ts.isAccessor(node)) openParameters(builder, node, shape);
  }
}
