import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { describeOnUnix } from "../support/micropython/onUnix.ts";
import { onBoard, runFile } from "./support/python.ts";

/** The demonstrations take up to ten seconds as they were; a fifth of that keeps their order. */
const scale = 5;

const cycle = (n: number) => [
  "event was set",
  `Eventwait 1 got event with value ${n}`,
  `Eventwait 2 got event with value ${n}`,
  "Cleared ack1",
  "Cleared ack2",
  "Cleared event",
];
const round = [0, 1, 2, 3, 4];
const semaphore = [
  ...[0, 1, 2].flatMap((n) => [
    `run_sema ${n} trying to access semaphore`,
    `run_sema ${n} acquired semaphore`,
  ]),
  "run_sema 3 trying to access semaphore",
  "run_sema 4 trying to access semaphore",
  "run_sema 3 acquired semaphore",
  "run_sema 0 has released semaphore",
  "run_sema 4 acquired semaphore",
  ...[1, 2, 3, 4].map((n) => `run_sema ${n} has released semaphore`),
];
const cant40 = [1, 2, 3].map((n) => `Task cant40 no. ${n} running.`);

/**
 * The transcripts that the old demonstrations announced. Only event_test differs: a free lock is acquired at
 * once, where the lock of 2017 let the other tasks run first.
 */
const transcripts: Record<string, readonly string[]> = {
  ack_test: [
    ...Array.from({ length: 10 }, (_, n) => cycle(n)).flat(),
    "I've seen attack ships burn on the shoulder of Orion...",
    "Time to die...",
  ],
  event_test: [
    "Test Lock class",
    "Test Event class",
    "got here",
    "gh1",
    "waiting for event",
    "run_lock 1 waiting for lock",
    "run_lock 1 acquired lock",
    "run_lock 2 waiting for lock",
    "run_lock 3 waiting for lock",
    "Waiting 5 secs before setting event",
    "run_lock 1 released lock",
    "run_lock 2 acquired lock",
    "run_lock 2 released lock",
    "run_lock 3 acquired lock",
    "run_lock 3 released lock",
    "event was set",
    "got event",
    "Event status OK",
    "Tasks complete",
  ],
  barrier_test: round.map((n) => `${n} ${n} ${n} Synch`),
  semaphore_test: semaphore,
  semaphore_test_bounded: [...semaphore, "Bounded semaphore exception test OK"],
  cancel_test1: [
    "foo will be cancelled when next scheduled",
    "not me was not cancellable.",
    "foo was cancelled.",
    "-1 False",
    "42 False",
  ],
  cancel_test2: [
    "Running two tasks",
    "Started forever() instance 1",
    "Started forever() instance 2",
    "Running instance 1",
    "Running instance 2",
    "About to cancel tasks",
    "Instance 1 was cancelled",
    "Instance 2 was cancelled",
    "tasks were cancelled",
  ],
  cancel_test3: [
    "Task cant3 running status True",
    "Task cant3 has ended.",
    "Task cant3 running status False",
    "About to cancel task",
    "Cancelled",
    "Task cant3 running status False",
    "tasks were cancelled",
  ],
  cancel_test4: [
    "Task cant41 no. 0 running, arg 5.",
    "Task cant41 no. 0 ended.",
    "Running tasks",
    "Task cant42 no. 4 running",
    ...cant40,
    "Task cant41 no. 5 running, arg 0.",
    "Task cant41 no. 5 ended.",
    "Task cant42 no. 4 running",
    ...cant40,
    "Task cant42 no. 4 running",
    "About to cancel group 0 tasks",
    ...[1, 2, 3].map((n) => `Task cant40 no. ${n} was cancelled`),
    "Group 0 tasks were cancelled",
    "Task cant42 no. 4 running",
    "About to cancel group 1 tasks",
    "Task chained no. 4 was cancelled",
    "Group 1 tasks were cancelled",
  ],
  cancel_test5: [...Array.from({ length: 8 }, (_, n) => String(42 + n)), "Done"],
};

describeOnUnix("demonstrations of the old asyntest", (micropython) => {
  for (const [name, transcript] of Object.entries(transcripts)) {
    test.concurrent(name, async () => {
      const printed = await runFile(micropython, "demos/asyntest.py", name, scale);
      expect(printed).toEqual(transcript);
    });
  }
});

describe("demonstrations of the old asyntest (embedded)", () => {
  const text = readFileSync(new URL("demos/asyntest.py", import.meta.url), "utf8");
  for (const name of [
    "ack_test",
    "event_test",
    "barrier_test",
    "semaphore_test_bounded",
    "cancel_test1",
    "cancel_test4",
  ]) {
    test.concurrent(name, async () => {
      expect(await onBoard(text, "embedded", [name, String(scale)])).toEqual(transcripts[name]);
    });
  }
});
