// The four ways to use a ThreadSafeQueue. A task provides with `put` and consumes with `for await`;
// a thread provides with `put_sync`, which raises when the queue is full, and consumes with
// `get_sync`, which can block while it is empty.

import { start_new_thread } from "_thread";
import { create_task, run, sleep_ms } from "asyncio";
import { ThreadSafeQueue } from "threadsafe";
import * as time from "time";

const ITEMS = 20;

/** How often the queue of squares was full. The thread counts; a single number needs no lock. */
let refused = 0;

/** Runs as a thread: takes numbers, gives their squares. */
function square(numbers: ThreadSafeQueue<int>, squares: ThreadSafeQueue<int>): void {
  for (let i = 0; i < ITEMS; i++) {
    const x = numbers.get_sync({ block: true });
    while (!provide(squares, x * x)) {
      refused++;
      time.sleep_ms(1);
    }
  }
}

/** False when the queue is full. */
function provide(squares: ThreadSafeQueue<int>, x: int): boolean {
  try {
    squares.put_sync(x);
    return true;
  } catch (e) {
    if (e instanceof IndexError) return false;
    throw e;
  }
}

async function feed(numbers: ThreadSafeQueue<int>): Promise<void> {
  for (let x = 1; x <= ITEMS; x++) {
    await numbers.put(x);
  }
}

async function addUp(squares: ThreadSafeQueue<int>): Promise<int> {
  let sum = 0;
  let count = 0;
  for await (const x of squares) {
    sum += x;
    count++;
    if (count === ITEMS) break;
  }
  return sum;
}

async function main(): Promise<void> {
  const numbers = new ThreadSafeQueue<int>(10);
  const squares = new ThreadSafeQueue<int>(4);
  start_new_thread(square, [numbers, squares]);
  create_task(feed(numbers));
  while (refused === 0) {
    await sleep_ms(1);
  }
  print(`The full queue holds ${squares.qsize()} squares and refuses more`);
  print(`The squares of 1 to ${ITEMS} add up to ${await addUp(squares)}`);
}

run(main());
