// From a thread to a task: a thread works without pause, puts each result on a queue and sets an
// event when it has ended. The task sleeps until then.

import { start_new_thread } from "_thread";
import { run } from "asyncio";
import { ThreadSafeEvent, ThreadSafeQueue } from "threadsafe";

const LIMIT = 50;

/** Runs as a thread: finds the primes up to a limit. */
function findPrimes(limit: int, primes: ThreadSafeQueue<int>, done: ThreadSafeEvent): void {
  for (let n = 2; n <= limit; n++) {
    if (isPrime(n)) primes.put_sync(n, { block: true });
  }
  done.set();
}

function isPrime(n: int): boolean {
  for (let divisor = 2; divisor * divisor <= n; divisor++) {
    if (n % divisor === 0) return false;
  }
  return true;
}

async function main(): Promise<void> {
  const primes = new ThreadSafeQueue<int>(32);
  const done = new ThreadSafeEvent();
  start_new_thread(findPrimes, [LIMIT, primes, done]);
  await done.wait();
  let text = "";
  while (!primes.empty()) {
    text += ` ${primes.get_sync()}`;
  }
  print(`Primes up to ${LIMIT}:${text}`);
}

run(main());
