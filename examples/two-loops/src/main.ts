// Two loops on a Pico W: asyncio on one core for everything that waits, and an application loop on
// the other for what must not be late.

import { type AppWorker, AppLoopManager, AppWorker as Worker } from "apploop";
import { gather, run, sleep_ms } from "asyncio";
import * as time from "time";

/** Work that counts its runs. */
class CountingTask {
  counter = 0;

  run(worker: AppWorker, args: readonly [name: string, limit: int]): void {
    const [name, limit] = args;
    time.sleep_ms(5); // The work.
    this.counter++;
    if (this.counter <= limit) print(`${name}: run ${this.counter}`);
  }
}

async function sayAfter(ms: int, what: string): Promise<void> {
  await sleep_ms(ms);
  print(what);
}

async function mainLoop(): Promise<void> {
  print("Starting asyncio main loop");
  for (let turn = 1; turn <= 2; turn++) {
    await gather(
      sayAfter(120, `Turn ${turn}: 120 milliseconds`),
      sayAfter(60, `Turn ${turn}: 60 milliseconds`),
    );
  }
}

async function main(): Promise<void> {
  const manager = new AppLoopManager();
  const tasks = [new CountingTask(), new CountingTask()];
  tasks.forEach((task, index) => {
    const worker = new Worker();
    worker.set_external_func((caller, args: readonly [string, int]) => task.run(caller, args), [
      `Worker ${index}`,
      2,
    ]);
    manager.create_worker(worker);
  });
  manager.start_thread();
  await mainLoop();
  await manager.stop();
  for (const [index, task] of tasks.entries()) {
    print(`Worker ${index} ran ${task.counter > 4 ? "all the while" : "too rarely"}`);
  }
}

run(main());
