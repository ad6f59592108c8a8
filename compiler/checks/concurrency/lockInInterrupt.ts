import { lockInInterrupt as problem } from "../../diagnostics/catalogue/concurrency.ts";
import { unitOf } from "../../facts/contexts/units.ts";
import { isWaitingAcquire } from "./boardCalls.ts";
import { contextAmong, interrupts, quoted, type Rule, whereItRuns } from "./concurrentProgram.ts";

/** Whoever holds the lock is interrupted, and cannot release it: the board stops. */
export const lockInInterrupt: Rule = (program) => {
  for (const region of program.locks.regions) {
    const context = contextAmong(program, region.unit, interrupts);
    if (!context || !program.locks.isLock(region.lock)) continue;
    const call = program.graph.callsOf(region.unit).find(({ node }) => node === region.taken);
    if (call && !isWaitingAcquire(call)) continue;
    const where = whereItRuns(program, unitOf(region.taken), context);
    program.report(region.taken, problem(quoted(region.lock), where));
  }
};
