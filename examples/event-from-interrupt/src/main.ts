// Four tasks wait for one event that a timer interrupt sets; each time another of them is cancelled
// before the event comes.

import { CancelledError, create_task, gather, run, sleep_ms, type Task } from "asyncio";
import { Timer } from "pyb";
import { ThreadSafeEvent } from "threadsafe";

const WAITERS = 4;
const ROUNDS = 4;

async function waiter(n: int, event: ThreadSafeEvent): Promise<void> {
  try {
    await event.wait();
    print(`Waiter ${n} got event`);
  } catch (e) {
    if (e instanceof CancelledError) print(`Waiter ${n} cancelled`);
    else throw e;
  }
}

async function cancelSoon(task: Task<void>): Promise<void> {
  await sleep_ms(10);
  task.cancel();
}

async function main(): Promise<void> {
  const event = new ThreadSafeEvent();
  const timer = new Timer(4, { freq: 5, callback: () => event.set() });
  for (let round = 0; round < ROUNDS; round++) {
    const tasks: Task<void>[] = [];
    for (let n = 1; n <= WAITERS; n++) {
      tasks.push(create_task(waiter(n, event)));
    }
    create_task(cancelSoon(tasks[round % WAITERS]));
    await gather(...tasks, { return_exceptions: true });
    event.clear();
    print("Cleared event");
  }
  timer.deinit();
}

run(main());
