// Tasks that are cancelled as a group: two readers of sensors belong to one group and end together,
// each after it has put its device to sleep; the display goes on.

import { Cancellable, cancellable, sleep } from "asyn";
import { create_task, run, sleep_ms } from "asyncio";

const SENSORS = "sensors";
const DISPLAY = "display";

const readSensor = cancellable(async (_number: int, name: string) => {
  print(`${name} starts`);
  try {
    while (true) {
      await sleep(1);
    }
  } finally {
    print(`${name} sleeps`);
  }
});

const showClock = cancellable(async (_number: int, seconds: int) => {
  for (let second = 1; second <= seconds; second++) {
    await sleep_ms(50);
    print(`The display shows ${second}`);
  }
});

async function main(): Promise<void> {
  create_task(new Cancellable(readSensor, "Thermometer", { group: SENSORS })());
  create_task(new Cancellable(readSensor, "Barometer", { group: SENSORS })());
  const clock = create_task(new Cancellable(showClock, 2, { group: DISPLAY })());
  await sleep_ms(20);
  await Cancellable.cancel_all(SENSORS);
  print("All sensors are asleep");
  await clock;
}

run(main());
