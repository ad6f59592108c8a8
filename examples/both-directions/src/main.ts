// Core 1 and core 0 in both directions: jobs go to the second core on one queue, results come back
// on another. The queues are short: whoever is ahead waits.

import { start_new_thread } from "_thread";
import { create_task, run } from "asyncio";
import { ThreadSafeQueue } from "threadsafe";

/** How the second core is told to end. */
const END = -1;
const JOBS: readonly int[] = [3, 27, 97, 871];

/** Runs on the second core: how many steps the 3n + 1 rule takes to reach 1. */
function work(jobs: ThreadSafeQueue<int>, results: ThreadSafeQueue<int>): void {
  while (true) {
    const start = jobs.get_sync({ block: true });
    if (start === END) return;
    results.put_sync(stepsFrom(start), { block: true });
  }
}

function stepsFrom(start: int): int {
  let steps = 0;
  for (let n = start; n !== 1; steps++) {
    n = n % 2 === 0 ? Math.floor(n / 2) : n * 3 + 1;
  }
  return steps;
}

async function send(jobs: ThreadSafeQueue<int>): Promise<void> {
  for (const job of JOBS) {
    await jobs.put(job);
  }
}

async function main(): Promise<void> {
  const jobs = new ThreadSafeQueue<int>(3);
  const results = new ThreadSafeQueue<int>(3);
  start_new_thread(work, [jobs, results]);
  create_task(send(jobs));
  for (const job of JOBS) {
    print(`${job} takes ${await results.get()} steps`);
  }
  await jobs.put(END);
  print("The second core is free again");
}

run(main());
