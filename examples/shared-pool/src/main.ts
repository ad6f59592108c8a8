// A pool of readings that a thread fills and a task reads. The lock keeps the three values of one
// reading together; the consumer copies them and releases it before it awaits anything.

import { allocate_lock, start_new_thread } from "_thread";
import { run, sleep_ms } from "asyncio";
import * as time from "time";

const READINGS = 5;

const lock = allocate_lock();
const pool = { x: 0, y: 0, z: 0 };
let running = true;

/** Stands for a sensor: the three axes of one reading always add up to a multiple of 6. */
function readAxis(axis: int, turn: int): int {
  return turn * (axis + 1);
}

/** Runs as a thread: writes a whole reading at a time. */
function produce(): void {
  let turn = 0;
  while (running) {
    turn++;
    {
      using _held = lock;
      pool.x = readAxis(0, turn);
      pool.y = readAxis(1, turn);
      pool.z = readAxis(2, turn);
    }
    time.sleep_ms(2);
  }
}

/** Adds up one reading, all of whose values belong together. */
function takeSum(): int {
  using _held = lock;
  return pool.x + pool.y + pool.z;
}

async function consume(): Promise<void> {
  for (let reading = 1; reading <= READINGS; reading++) {
    await sleep_ms(20);
    const sum = takeSum();
    print(`Reading ${reading} is ${sum > 0 && sum % 6 === 0 ? "consistent" : "torn"}`);
  }
}

start_new_thread(produce, []);
run(consume());
running = false;
