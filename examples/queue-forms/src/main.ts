// The four ways to use a ThreadSafeQueue: a task provides with `put` and consumes with `for await`;
// a thread provides with `put_sync`, which raises when the queue is full, and consumes with
// `get_sync`, which blocks while it is empty.

import { start_new_thread } from "_thread";
import { create_task, run } from "asyncio";
import { ThreadSafeQueue } from "threadsafe";
import { sleep_ms } from "time";

const ITEMS = 20;

/** The thread: takes numbers, gives their squares. */
function square(numbers: ThreadSafeQueue<int>, squares: ThreadSafeQueue<int>): void {
  let refused = 0;
  for (let i = 0; i < ITEMS; i++) {
    const x = numbers.get_sync({ block: true });
    let sent = false;
    while (!sent) {
      try {
        squares.put_sync(x * x);
        sent = true;
      } catch (e) {
        if (!(e instanceof IndexError)) throw e;
        refused++; // The queue is full: try again later.
        sleep_ms(1);
      }
    }
  }
  print(refused > 0 ? "The full queue refused items" : "The queue was never full");
}

async function feed(numbers: ThreadSafeQueue<int>): Promise<void> {
  for (let x = 1; x <= ITEMS; x++) {
    await numbers.put(x);
  }
}

async function main(): Promise<void> {
  const numbers = new ThreadSafeQueue<int>(10);
  const squares = new ThreadSafeQueue<int>(4);
  start_new_thread(square, [numbers, squares]);
  create_task(feed(numbers));
  sleep_ms(50); // Long enough for the thread to find the queue of squares full.
  await handle(squares);
}

async function handle(squares: ThreadSafeQueue<int>): Promise<void> {
  let sum = 0;
  let count = 0;
  for await (const x of squares) {
    sum += x;
    count++;
    if (count === ITEMS) break;
  }
  print(`The squares of 1 to ${ITEMS} add up to ${sum}`);
}

run(main());
