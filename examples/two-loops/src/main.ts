// Two loops on a Pico W: asyncio on one core for everything that waits, and an application loop on
// the other for what must not be late.

import { AppLoopManager, AppWorker } from "apploop";
import { gather, run, sleep_ms } from "asyncio";
import * as time from "time";

const TURNS = 2;

/** Work that is done over and over on the second core. */
class CountingTask {
  /** How often it was done. The other core reads it, and may: it is a single number. */
  counter = 0;

  constructor(readonly name: string) {}

  run(): void {
    time.sleep_ms(5); // The work.
    this.counter++;
  }
}

async function sayAfter(ms: int, what: string): Promise<void> {
  await sleep_ms(ms);
  print(what);
}

async function mainLoop(tasks: readonly CountingTask[]): Promise<void> {
  print("Starting asyncio main loop");
  for (let turn = 1; turn <= TURNS; turn++) {
    const before = tasks.map((task) => task.counter);
    await gather(
      sayAfter(300, "Main loop work: 300 milliseconds"),
      sayAfter(150, "Main loop work: 150 milliseconds"),
    );
    for (const [index, task] of tasks.entries()) {
      const ran = task.counter > before[index] + 1;
      print(`${task.name} ${ran ? "ran all the while" : "was held up"}`);
    }
  }
}

async function main(): Promise<void> {
  const tasks = [new CountingTask("Worker 0"), new CountingTask("Worker 1")];
  const manager = new AppLoopManager();
  for (const task of tasks) {
    const worker = new AppWorker();
    worker.set_external_func(() => task.run());
    manager.create_worker(worker);
  }
  manager.start_thread();
  await mainLoop(tasks);
  await manager.stop();
  print("Both loops have ended");
}

run(main());
