import { ts } from "ts-morph";
import type { FlowBuilder } from "./graph/builder.ts";
import { buildGraph, type Program } from "./graph/buildGraph.ts";
import { Modulo32 } from "./observe/modulo32.ts";
import { References } from "./observe/references.ts";
import { Residues } from "./observe/residues.ts";
import { ZeroSigns } from "./observe/zeroSigns.ts";
import { Forms } from "./prove/forms.ts";
import { IndexProofs } from "./prove/indexProofs.ts";
import { RangeLoops } from "./prove/rangeLoops.ts";
import { Evaluator } from "./solve/evaluator.ts";
import { EventIndex } from "./solve/eventIndex.ts";
import { GuardBodies } from "./solve/guardBodies.ts";
import { PlaceStates } from "./solve/placeState.ts";
import { Places } from "./solve/places.ts";
import { Solver } from "./solve/solver.ts";
import { ladderOf } from "./values/lattice.ts";

/** Everything that questions about a program's numbers are answered from. */
export interface Analysis {
  readonly builder: FlowBuilder;
  readonly solver: Solver;
  readonly indices: IndexProofs;
  readonly loops: RangeLoops;
  readonly residues: Residues;
  readonly signs: ZeroSigns;
}

/** Builds the graph of flows, finds its fixpoint, and sets up the proofs that rest on it. */
export function analyze(program: Program): Analysis {
  const builder = buildGraph(program);
  const events = new EventIndex(builder);
  const bodies = new GuardBodies(program.checker, program.sources);
  const places = new Places(builder, events, bodies);
  const states = new PlaceStates(builder, places);
  const solver = new Solver(builder, ladderOf(constantsOf(program.sources)));
  const forms = new Forms(builder, places, solver);
  const indices = new IndexProofs(forms);
  const isInBounds = (object: ts.Expression, index: ts.Expression) =>
    indices.prove(index, object, index) === "inBounds";
  solver.attach(new Evaluator({ builder, places, states, reader: solver, isInBounds }));
  solver.solve();
  const references = new References(builder);
  const exported = new Set<ts.Node>([...builder.exposed, ...builder.graph.unknown.functions]);
  return {
    builder,
    solver,
    indices,
    loops: rangeLoops(builder, forms, indices),
    residues: new Residues(builder, {
      reader: solver,
      modulo: new Modulo32(builder, { reader: solver, references, events }),
      events,
      exported,
    }),
    signs: new ZeroSigns(builder, { reader: solver, references, events, exported }),
  };
}

/** Loops may count up to the length of a list whose elements they write, if those are in bounds. */
function rangeLoops(builder: FlowBuilder, forms: Forms, indices: IndexProofs): RangeLoops {
  const events = new EventIndex(
    builder,
    ({ store }) => store !== undefined && indices.of(store) === "inBounds",
  );
  return new RangeLoops(forms, new Places(builder, events, forms.places.guardBodies), events);
}

const mostConstants = 200;

/** The integers that the program writes down: bounds often come to rest at one of them. */
function constantsOf(sources: readonly ts.SourceFile[]): ReadonlySet<number> {
  const found = new Set<number>();
  const collect = (node: ts.Node): void => {
    if (found.size >= mostConstants) return;
    if (ts.isNumericLiteral(node)) {
      const value = Number(node.text);
      if (Number.isSafeInteger(value)) found.add(value).add(-value);
    }
    ts.forEachChild(node, collect);
  };
  for (const file of sources) collect(file);
  return found;
}
