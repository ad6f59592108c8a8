import { lockOrder as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { type Guard, holdsAt, type LockRegion } from "../../facts/contexts/lockRegions.ts";
import type { Unit } from "../../facts/contexts/units.ts";
import { type ConcurrentProgram, quoted, type Rule } from "./concurrentProgram.ts";
import { onlyLock } from "./lockTakenTwice.ts";

/** A lock that is taken while another is held. */
interface Nesting {
  readonly outer: Guard;
  readonly inner: Guard;
  readonly region: LockRegion;
  readonly within: LockRegion;
}

/** One holds `a` and waits for `b`, the other holds `b` and waits for `a`: both for ever. */
export const lockOrder: Rule = (program) => {
  const { contexts, report } = program;
  if (!contexts.hasForeignCode) return;
  const nestings = program.locks.regions.flatMap((region) => nestingsIn(program, region));
  for (const [at, { outer, inner, region, within }] of nestings.entries()) {
    const other = nestings.slice(0, at).find((n) => n.outer === inner && n.inner === outer);
    if (!other) continue;
    report(region.taken, problem(quoted(region.lock), quoted(within.lock)));
    return;
  }
};

function nestingsIn(program: ConcurrentProgram, within: LockRegion): readonly Nesting[] {
  const { graph, locks } = program;
  const outer = onlyLock(program, within);
  if (!outer) return [];
  const found: Nesting[] = [];
  const note = (region: LockRegion): void => {
    const inner = onlyLock(program, region);
    if (inner && inner !== outer) found.push({ outer, inner, region, within });
  };
  const seen = new Set<Unit>();
  const visit = (unit: Unit): void => {
    if (seen.has(unit)) return;
    seen.add(unit);
    for (const region of locks.of(unit)) note(region);
    for (const { callees } of graph.callsOf(unit)) for (const callee of callees) visit(callee);
  };
  for (const region of locks.of(within.unit)) {
    if (region !== within && holdsAt(within, region.taken)) note(region);
  }
  for (const { node, callees } of graph.callsOf(within.unit)) {
    if (holdsAt(within, node)) for (const callee of callees) visit(callee);
  }
  return found;
}
