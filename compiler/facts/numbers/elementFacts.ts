import type { ts } from "ts-morph";
import { anyNumber, type NumberFact } from "../numberFacts.ts";
import type { Analysis } from "./analysis.ts";
import { elementSlot, isPosition } from "./graph/slots.ts";
import { fixedElement } from "./library/typeKinds.ts";
import { isNone, joinAll } from "./values/lattice.ts";

/**
 * The numbers among the elements of a list. Only looks: asking for the slot of all elements would
 * unite what the program keeps apart.
 */
export function factOfElements({ builder, solver }: Analysis, list: ts.Expression): NumberFact {
  const fixed = fixedElement(builder.checker.getNonNullableType(builder.typeOf(list)));
  if (fixed) return fixed;
  const shape = builder.shapeOf(list)?.root;
  if (!shape || shape.isUnknown) return anyNumber;
  const cells = [...shape.slots].filter(([name]) => name === elementSlot || isPosition(name));
  const fact = joinAll(cells.map(([, cell]) => solver.read(cell.root)));
  return isNone(fact) ? anyNumber : fact;
}
