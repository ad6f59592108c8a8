// A pool of readings that a thread fills and a task reads. The lock keeps the three values of one
// reading together; the task copies them and gives the lock back before it awaits anything.

import { allocate_lock, start_new_thread } from "_thread";
import { run, sleep_ms } from "asyncio";
import * as time from "time";

/** One reading of a sensor with three axes. */
interface Reading {
  x: int;
  y: int;
  z: int;
}

const READINGS = 5;

const lock = allocate_lock();
const pool: Reading = { x: 0, y: 0, z: 0 };
/** A single number may be shared without a lock. */
let running = true;

/** Stands for a sensor: the axes of one reading are always next to each other. */
function readAxis(axis: int, turn: int): int {
  return turn * 10 + axis;
}

/** Runs as a thread: writes a whole reading at a time. */
function produce(): void {
  let turn = 0;
  while (running) {
    turn++;
    {
      using _held = lock;
      pool.x = readAxis(1, turn);
      pool.y = readAxis(2, turn);
      pool.z = readAxis(3, turn);
    }
    time.sleep_ms(2);
  }
}

/** A copy, whose values nobody changes any more. */
function takeReading(): Reading {
  using _held = lock;
  const { x, y, z } = pool;
  return { x, y, z };
}

function isConsistent({ x, y, z }: Reading): boolean {
  return y === x + 1 && z === y + 1;
}

async function consume(): Promise<void> {
  let last = 0;
  for (let count = 1; count <= READINGS; count++) {
    let reading = takeReading();
    while (reading.x === last) {
      await sleep_ms(5);
      reading = takeReading();
    }
    print(`Reading ${count} is ${isConsistent(reading) ? "consistent" : "torn"}`);
    last = reading.x;
  }
}

start_new_thread(produce, []);
run(consume());
running = false;
