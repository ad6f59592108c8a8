import type { ts } from "ts-morph";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { mayBeConcurrent } from "../../facts/contexts/concurrentImports.ts";
import { ConcurrentRegions } from "../../facts/contexts/concurrentRegions.ts";
import { LockFacts } from "../../facts/contexts/lockRegions.ts";
import type { Facts } from "../../facts/facts.ts";
import { allocationInHardInterrupt } from "./allocationInHardInterrupt.ts";
import { asyncioFromOutside } from "./asyncioFromOutside.ts";
import { blockingInInterrupt } from "./blockingInInterrupt.ts";
import { blockingInTask } from "./blockingInTask.ts";
import { cancellationSwallowed } from "./cancellationSwallowed.ts";
import { changedAfterPut } from "./changedAfterPut.ts";
import { collectionWithoutLock } from "./collectionWithoutLock.ts";
import { collectOnThread } from "./collectOnThread.ts";
import type { ConcurrentProgram, Rule } from "./concurrentProgram.ts";
import { eventNeverCleared } from "./eventNeverCleared.ts";
import { interruptsNotRestored } from "./interruptsNotRestored.ts";
import { jobNotCancelled } from "./jobNotCancelled.ts";
import { lockHeldAcrossAwait } from "./lockHeldAcrossAwait.ts";
import { lockInInterrupt } from "./lockInInterrupt.ts";
import { lockNotReleased } from "./lockNotReleased.ts";
import { lockOrder } from "./lockOrder.ts";
import { lockTakenTwice } from "./lockTakenTwice.ts";
import { lostUpdate } from "./lostUpdate.ts";
import { noEmergencyBuffer } from "./noEmergencyBuffer.ts";
import { pioAssembledLate } from "./pioAssembledLate.ts";
import { queueBetweenTasks } from "./queueBetweenTasks.ts";
import { queueSharedByMany } from "./queueSharedByMany.ts";
import { radioFromThread } from "./radioFromThread.ts";
import { scheduleInLoop } from "./scheduleInLoop.ts";
import { secondThread } from "./secondThread.ts";
import { secondWaiter } from "./secondWaiter.ts";
import { taskNeverWaits } from "./taskNeverWaits.ts";
import { threadExitOutside } from "./threadExitOutside.ts";
import { tornRead } from "./tornRead.ts";
import { usedBeforeSet } from "./usedBeforeSet.ts";
import { waitDropped } from "./waitDropped.ts";

/** In the order of their codes, TSMP5001 and on. */
const rules: readonly Rule[] = [
  asyncioFromOutside,
  blockingInTask,
  blockingInInterrupt,
  allocationInHardInterrupt,
  lockInInterrupt,
  secondThread,
  secondWaiter,
  lockHeldAcrossAwait,
  queueSharedByMany,
  collectionWithoutLock,
  lostUpdate,
  tornRead,
  changedAfterPut,
  interruptsNotRestored,
  threadExitOutside,
  noEmergencyBuffer,
  taskNeverWaits,
  lockTakenTwice,
  lockNotReleased,
  radioFromThread,
  usedBeforeSet,
  lockOrder,
  eventNeverCleared,
  cancellationSwallowed,
  jobNotCancelled,
  scheduleInLoop,
  queueBetweenTasks,
  pioAssembledLate,
  waitDropped,
  collectOnThread,
];

/** Looks for hazards between tasks, threads and interrupts; a program that has only one of them has none. */
export function checkConcurrency(
  facts: Facts,
  board: { readonly oneThreadBoard: string | undefined; readonly hasRadio: boolean },
  report: (node: ts.Node, problem: Problem) => void,
): void {
  if (!facts.sourceFiles.some(mayBeConcurrent)) return;
  const contexts = facts.contexts();
  const program: ConcurrentProgram = {
    facts,
    contexts,
    graph: contexts.graph,
    locks: new LockFacts(facts.checker, contexts.graph),
    regions: new ConcurrentRegions(contexts.graph),
    ...board,
    report,
  };
  for (const rule of rules) rule(program);
}
