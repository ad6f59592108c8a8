import { ts } from "ts-morph";
import type { FlowBuilder } from "./builder.ts";
import type { Cell } from "./cell.ts";
import { classShape, instanceShape } from "./classes.ts";
import { isStatic } from "./eventLog.ts";
import { slotOfMember } from "./patterns.ts";

/** The cell that holds all values of a declared variable, parameter or field. */
export function cellOfDeclaration(builder: FlowBuilder, node: ts.Declaration): Cell | undefined {
  if (ts.isPropertyDeclaration(node)) {
    const owner = isStatic(node)
      ? classShape(builder, node.parent)
      : instanceShape(builder, node.parent);
    const slot = slotOfMember(node.name);
    return slot === undefined ? undefined : builder.graph.slot(owner, slot);
  }
  if (ts.isPropertyAssignment(node)) {
    const shape = builder.shapeOf(node.parent);
    const slot = slotOfMember(node.name);
    return shape && slot !== undefined ? builder.graph.slot(shape, slot) : undefined;
  }
  const name = ts.getNameOfDeclaration(node);
  const symbol = name && builder.symbolOfName(name);
  return symbol && builder.knownCellOf(symbol);
}
