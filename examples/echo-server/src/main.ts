// An echo server on the second core. A task sends consecutive integers on one queue; the server
// sends each of them back on another.

import { start_new_thread } from "_thread";
import { create_task, run } from "asyncio";
import { argv } from "sys";
import { ThreadSafeQueue } from "threadsafe";
import { sleep_ms } from "time";

/** How many integers to send; `tsmp run -- 100000` sends more. */
const total = argv.length > 1 ? int(argv[1]) : 5000;

/** Runs on core 2, for ever. */
function echo(requests: ThreadSafeQueue<int>, replies: ThreadSafeQueue<int>): void {
  const received: int[] = [];
  while (true) {
    while (requests.qsize() > 0) {
      received.push(requests.get_sync());
    }
    for (const x of received) {
      replies.put_sync(x, { block: true });
    }
    received.length = 0;
    sleep_ms(1);
  }
}

async function send(requests: ThreadSafeQueue<int>): Promise<void> {
  for (let x = 1; x <= total; x++) {
    await requests.put(x);
  }
}

async function main(): Promise<void> {
  const requests = new ThreadSafeQueue<int>(100);
  const replies = new ThreadSafeQueue<int>(100);
  start_new_thread(echo, [requests, replies]);
  create_task(send(requests));
  let count = 0;
  for await (const x of replies) {
    count++;
    assert(x === count, "an item was lost, doubled or out of order");
    if (x % 1000 === 0) print(`Received ${x} queue items.`);
    if (x === total) break;
  }
}

run(main());
