// A call that blocks, tamed: `unblock` runs it on a thread, and awaits its result while the other
// tasks go on. What the call throws arrives where it is awaited.

import { create_task, run, sleep_ms } from "asyncio";
import { unblock } from "threadsafe";
import * as time from "time";

/** Stands for a driver that waits for its device. */
function readSlowly(channel: int): int {
  time.sleep_ms(100);
  if (channel > 2) throw new RangeError(`There is no channel ${channel}`);
  return channel * 100;
}

/** How often the other task had its turn. */
let turns = 0;

async function beat(): Promise<void> {
  while (true) {
    turns++;
    await sleep_ms(10);
  }
}

async function main(): Promise<void> {
  const heart = create_task(beat());
  for (const channel of [1, 2, 3]) {
    const before = turns;
    try {
      print(`Channel ${channel} reads ${await unblock(readSlowly, channel)}`);
    } catch (e) {
      if (!(e instanceof RangeError)) throw e;
      print(`Channel ${channel} fails: ${e.message}`);
    }
    print(turns > before + 2 ? "The other task went on" : "The other task was held up");
  }
  heart.cancel();
}

run(main());
