import { defineProblem } from "../diagnostic.ts";

/** Where code runs, and what it may not do there: TSMP5000 to TSMP5999. */

export const asyncioFromOutside = defineProblem(
  "TSMP5001",
  "error",
  (what: string, where: string) => ({
    message: `${what} is for tasks only, and this code runs in ${where}.`,
    hint: "Tell a task with a ThreadSafeEvent, a ThreadSafeFlag or a ThreadSafeQueue.",
  }),
);

export const blockingInTask = defineProblem(
  "TSMP5002",
  "error",
  (what: string, instead: string) => ({
    message: `${what} stops every task while it waits.`,
    hint: instead,
  }),
);

export const blockingInInterrupt = defineProblem(
  "TSMP5003",
  "error",
  (what: string, where: string) => ({
    message: `${what} waits, and this code runs in ${where}, which must end at once.`,
    hint: "Set a ThreadSafeFlag or put a value on a queue, and wait in a task.",
  }),
);

export const allocationInHardInterrupt = defineProblem(
  "TSMP5004",
  "error",
  (what: string, why: string) => ({
    message: `${what} takes memory, and this code runs in a hard interrupt, where the heap is locked.`,
    hint: why,
  }),
);

export const lockInInterrupt = defineProblem(
  "TSMP5005",
  "error",
  (lock: string, where: string) => ({
    message: `An interrupt waits for ${lock}: who holds it cannot release it before ${where} has ended.`,
    hint: `Only try it: \`if (lock.acquire(0))\`; or hand the value over with a ThreadSafeQueue.`,
  }),
);

export const secondThread = defineProblem("TSMP5006", "error", (board: string) => ({
  message: `A second thread is started while the first one still runs; a ${board} has one core for threads: OSError "core1 in use".`,
  hint: "Let one thread do both, or run both as workers of one AppLoopManager.",
}));

export const secondWaiter = defineProblem("TSMP5007", "error", (what: string) => ({
  message: `${what} has a second waiting task; only the last one is ever woken.`,
  hint: "Let one task wait and tell the others with an Event, or use a ThreadSafeEvent.",
}));

export const lockHeldAcrossAwait = defineProblem("TSMP5008", "error", (lock: string) => ({
  message: `${lock} is held while the task waits: another task that wants it stops all tasks for ever.`,
  hint: "Release it before the `await`, after a copy of what you need; or use an asyncio Lock between tasks.",
}));

export const queueSharedByMany = defineProblem(
  "TSMP5009",
  "error",
  (queue: string, does: string, contexts: string) => ({
    message: `${queue} is ${does} in more than one place at once: ${contexts}. A ThreadSafeQueue serves one on each side.`,
    hint: "Give each of them a queue of its own.",
  }),
);

export const collectionWithoutLock = defineProblem(
  "TSMP5010",
  "error",
  (what: string, here: string, there: string) => ({
    message: `${what} grows or shrinks in ${here} while ${there} uses it; without a lock it can be corrupted.`,
    hint: "Guard both sides with one lock, or hand items over with a ThreadSafeQueue.",
  }),
);

export const lostUpdate = defineProblem(
  "TSMP5011",
  "error",
  (what: string, here: string, there: string) => ({
    message: `${what} is read and written back in ${here}, and written in ${there}: one of the two can be lost.`,
    hint: "Let one side alone write it, or guard both with a lock (against interrupts: `disable_irq`).",
  }),
);

export const tornRead = defineProblem(
  "TSMP5012",
  "warning",
  (what: string, here: string, there: string) => ({
    message: `${what} are written together in ${here} and read in ${there}, which can see one of them new and another old.`,
    hint: "Hold one lock while you write and while you read, or hand them over together with a ThreadSafeQueue.",
  }),
);

export const changedAfterPut = defineProblem("TSMP5013", "error", (what: string) => ({
  message: `${what} was put on a queue and is changed afterwards, while the other side may be reading it.`,
  hint: "Put a copy on the queue, or make a new one for each turn.",
}));

export const interruptsNotRestored = defineProblem("TSMP5014", "error", (what: string) => ({
  message: `Interrupts are disabled here, and ${what}.`,
  hint: "Keep the state and give it back: `const state = disable_irq(); ... enable_irq(state);`",
}));

export const threadExitOutside = defineProblem("TSMP5015", "error", (where: string) => ({
  message: `\`exit()\` ends the code that calls it, and this runs in ${where}: it ends the program.`,
  hint: "Let the thread's function return; tell it to with a variable that it reads.",
}));

export const noEmergencyBuffer = defineProblem("TSMP5016", "warning", () => ({
  message: "A hard interrupt that can fail has no memory to say why.",
  hint: "Call `alloc_emergency_exception_buf(100)` of `micropython` once, before the interrupt is set.",
}));

export const taskNeverWaits = defineProblem("TSMP5017", "error", () => ({
  message: "This loop never ends and never awaits: no other task runs again.",
  hint: "Put `await sleep_ms(0)` into the loop, or move it to a thread.",
}));

export const lockTakenTwice = defineProblem("TSMP5018", "error", (lock: string) => ({
  message: `${lock} is held here already; taking it again waits for ever.`,
  hint: "Take it once, outside; a function that needs it held says so in its comment.",
}));

export const lockNotReleased = defineProblem("TSMP5019", "warning", (lock: string) => ({
  message: `${lock} is taken here and not released on every way out.`,
  hint: "Write `using _held = lock;`, which releases it at the end of the block.",
}));

export const radioFromThread = defineProblem("TSMP5020", "warning", (what: string) => ({
  message: `${what} belongs to the radio chip, and this code runs in a thread; the radio is served by the main core.`,
  hint: 'Leave the network, Bluetooth and `Pin("LED")` to tasks, and tell them what to do.',
}));

export const usedBeforeSet = defineProblem(
  "TSMP5021",
  "error",
  (what: string, here: string, line: number) => ({
    message: `${what} does not exist yet when ${here} starts: it is set in line ${line}.`,
    hint: "Move the start behind what it uses.",
  }),
);

export const lockOrder = defineProblem("TSMP5022", "error", (inner: string, outer: string) => ({
  message: `${inner} is taken here while ${outer} is held, and elsewhere the other way round: each can wait for the other for ever.`,
  hint: "Take the locks in the same order everywhere, or use one for both.",
}));

export const eventNeverCleared = defineProblem("TSMP5023", "error", (event: string) => ({
  message: `${event} is never cleared: once it is set, this loop never waits again and no other task runs.`,
  hint: "Call its `clear()` after the wait, or use a ThreadSafeFlag, which clears itself.",
}));

export const cancellationSwallowed = defineProblem("TSMP5024", "warning", () => ({
  message: "The cancellation of this task is caught and the task goes on.",
  hint: "Clean up, then `throw` the error again or `return`.",
}));

export const jobNotCancelled = defineProblem("TSMP5025", "warning", (what: string) => ({
  message: `${what} waits for a thread, which goes on when the task is cancelled and keeps its core.`,
  hint: "Let the function on the thread look at a variable that tells it to stop.",
}));

export const scheduleInLoop = defineProblem("TSMP5026", "warning", () => ({
  message:
    "`schedule()` in a loop: the board has room for 8 functions that wait, and raises RuntimeError for more.",
  hint: "Put values on a ThreadSafeQueue, or catch the error and try again later.",
}));

export const queueBetweenTasks = defineProblem("TSMP5027", "warning", (queue: string) => ({
  message: `${queue} is filled and emptied by tasks alone; a ThreadSafeQueue is for two contexts.`,
  hint: "Use a Queue of `primitives`, which costs nothing while tasks wait.",
}));

export const pioAssembledLate = defineProblem("TSMP5028", "error", () => ({
  message:
    "`asm_pio` runs while a thread or an interrupt may: it empties the module's variables while it works.",
  hint: "Assemble at the top of the module, before anything is started.",
}));

export const collectOnThread = defineProblem("TSMP5029", "warning", () => ({
  message:
    "`gc.collect()` on a thread: the collector does not halt the other core and cannot see its registers.",
  hint: "Collect on the main core, while the thread waits: `await manager.collect()`.",
}));

export const waitDropped = defineProblem("TSMP5030", "error", (name: string) => ({
  message: `Nothing waits for this \`${name}\`: without \`await\` the program goes on at once.`,
  hint: "Write `await` before it.",
}));
